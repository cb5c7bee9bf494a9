internal import Course
internal import Files
internal import Grading
internal import JSON
internal import Terminal

/// What `gradus verify` found out about one exercise.
private struct Finding {
  let exercise: String
  var starter = "-"
  var solution = "-"
  var points = 0
  var problems: [Problem] = []
}

extension Gradus {
  /// `gradus verify`: the course's content held against itself.
  var verify: Command {
    Command(
      name: "verify", summary: "Checks the course itself: starters, solutions, and the links between files.",
      positional: ["ID?"],
      options: [.valued("seed", "N", "the seed from which all inputs are drawn (default: 1)"), .formatted, .trusting],
      discussion: """
        Every starter must compile and not pass, every solution must get full marks, every exercise must have checks, hints and a lesson
        that links it, and every link must lead somewhere. Each breach comes with a way to mend it.
        """,
      example: "gradus verify bptt"
    ) { arguments, console in
      try runVerify(arguments, console)
    }
  }

  private func runVerify(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    let format = try arguments.choice("format", of: ["text", "json"])
    let seed = try arguments.number("seed") ?? 1
    let course = FoundCourse.find(try installation())
    try course.requireSolutions(for: "gradus verify")
    let chosen = try arguments.positional.first.map { [try course.locate($0)] }
    let locations = try chosen ?? course.layout.exercises()
    var problems = course.layout.validate()
    if let only = chosen?.first { problems = problems.filter { $0.concerns(only, in: course.layout) } }
    let grader = try makeGrader(arguments, console)
    var findings: [Finding] = []
    var wasFault = false
    for (number, location) in locations.enumerated() {
      console.progress("verifying \(location.id) (\(number + 1) of \(locations.count))")
      let finding = examine(location, grader, seed, &wasFault)
      problems += finding.problems
      findings.append(finding)
    }
    problems.sort()
    if format == "json" {
      console.write(report(findings, problems).pretty + "\n")
    } else {
      console.write(table(findings, problems, console.style))
    }
    return wasFault ? .fault : problems.isEmpty ? .passed : .notPassed
  }

  /// Grades the starter and the solution of one exercise.
  private func examine(
    _ location: ExerciseLocation, _ grader: Grader, _ seed: UInt64, _ wasFault: inout Bool
  ) -> Finding {
    var finding = Finding(exercise: location.id.rawValue)
    guard let checks = checks(location.id) else {
      finding.problems = [
        Problem(
          file: "exercises/\(location.topic.folder)/\(location.id).md",
          message: "the exercise '\(location.id)' has no checks",
          mend: "Write them in Sources/Checks/\(location.topic.folder) and name them in Sources/Checks/Course.swift")
      ]
      return finding
    }
    finding.points = checks.maximumPoints
    func grade(_ path: String) -> Verdict? {
      do {
        return grader.grade(try Submission(path: path), for: location.id, checks, seed: seed)
      } catch {
        finding.problems.append(Problem(file: path, message: "\(error)", mend: "Put the file there"))
        return nil
      }
    }
    if let starter = grade(location.files.starter) {
      finding.starter = starter.status.rawValue
      if starter.status == .notGradable { wasFault = true }
      if starter.status != .notImplemented {
        finding.problems.append(
          Problem(
            file: location.files.starter,
            message: "the starter is \(starter.status.rawValue), not not-implemented. \(starter.reason)",
            mend: "Let every function of the starter compile and hold nothing but todo(\"...\")"))
      }
    }
    if let solution = grade(location.files.solution) {
      finding.solution = "\(solution.points)"
      if solution.status == .notGradable { wasFault = true }
      if solution.status != .passed {
        finding.problems.append(
          Problem(
            file: location.files.solution,
            message: "the solution is \(solution.status.rawValue), not passed. \(solution.reason)",
            mend: "See `gradus check \(location.id) --file \(location.files.solution)`"))
      }
    }
    return finding
  }

  private func report(_ findings: [Finding], _ problems: [Problem]) -> JSONValue {
    [
      "exercises": .array(
        findings.map {
          [
            "exercise": .string($0.exercise), "starter": .string($0.starter), "solution": .string($0.solution),
            "points": .integer($0.points),
          ]
        }),
      "problems": .array(
        problems.map {
          [
            "file": $0.file.map { .string($0) } ?? nil, "line": $0.line.map { .integer($0) } ?? nil,
            "message": .string($0.message), "mend": .string($0.mend),
          ]
        }),
    ]
  }

  private func table(_ findings: [Finding], _ problems: [Problem], _ style: TerminalStyle) -> String {
    let width = max(8, findings.map(\.exercise.count).max() ?? 0)
    var text = style.paint("\("exercise".padded(to: width))  \("starter".padded(to: 15))  solution", .heading) + "\n"
    for finding in findings {
      text += "\(finding.exercise.padded(to: width))  \(finding.starter.padded(to: 15))  \(finding.solution)\n"
    }
    if problems.isEmpty { return text + "\n\(style.paint("all well", .good)): \(findings.count) exercises\n" }
    for problem in problems { text += "\n" + TerminalText.safe("\(problem)") }
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    return text + "\n\n\(style.paint(count, .bad))\n"
  }
}

extension Problem {
  /// Whether the problem lies in the files of an exercise.
  fileprivate func concerns(_ exercise: ExerciseLocation, in layout: CourseLayout) -> Bool {
    guard let file else { return true }
    return Files.name(of: file).split(separator: ".").first.map(String.init) == exercise.id.rawValue
  }
}

extension Verdict {
  /// The first thing that is wrong, in one line.
  fileprivate var reason: String {
    let diagnostic = diagnostics.first { $0.severity == .error }.map { "line \($0.line): \($0.message)" }
    let check = checks.first { $0.status != .passed }.map { "\($0.name): \($0.message)" }
    let text = diagnostic ?? explanation ?? check ?? ""
    return String(text.prefix { $0 != "\n" })
  }
}
