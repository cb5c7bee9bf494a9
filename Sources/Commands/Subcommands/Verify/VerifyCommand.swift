internal import Course
internal import Files
internal import Grading
internal import JSON
internal import Site
internal import Terminal

extension Gradus {
  /// `gradus verify`: the course's content held against itself.
  var verify: Command {
    Command(
      name: "verify",
      summary: "Checks the course itself: starters, solutions, misconceptions, and the links between files.",
      positional: ["ID?"],
      options: [
        .valued("seeds", "N", "how many seeds solutions and alternatives are graded with, from 1 on (default: 50)"),
        .valued("jobs", "N", "how many exercises, or mutants, at a time (default: one for each processor)"),
        .switched("mutate", "try mutants of the solutions instead, to see what the checks let pass"),
        .switched("coverage", "show instead which lesson teaches which slide of the lectures"),
        .formatted,
        .confining,
        .trusting,
      ],
      discussion: """
        Every starter must compile and not pass; every solution must get full marks for every seed, and so must right work written
        differently (Tests/Fixtures/alternatives/ID); every listed misconception must fail and be named; every exercise must have checks,
        three hints that give nothing away and a lesson; statement, starter, checks and lesson must speak of the same functions; every link must
        lead somewhere, and whatever `gradus render` refuses is told. Each breach comes with a way to mend it.

        With --mutate, small changes of the solutions, made from the compiler's syntax tree, are graded: the checks must notice at least 97 % of
        them, and each one that survives must be explained as equivalent in Sources/Checks/TOPIC/survivors/ID.md.
        """,
      example: "gradus verify bptt"
    ) { arguments, console in
      try runVerify(arguments, console)
    }
  }

  private func runVerify(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    let format = try arguments.choice("format", of: ["text", "json"])
    let seeds = max(1, try arguments.number("seeds") ?? 50)
    let course = FoundCourse.find(try installation())
    if arguments.has("coverage") {
      let report = try CoverageReport(course)
      console.write(format == "json" ? report.json.pretty + "\n" : report.text(console.style))
      return report.isComplete ? .passed : .notPassed
    }
    try course.requireSolutions(for: "gradus verify")
    let chosen = try arguments.positional.first.map { [try course.locate($0)] }
    let locations = try chosen ?? course.layout.exercises()
    let jobs = try arguments.number("jobs").map { Int(clamping: max(1, $0)) } ?? Threads.processors
    if arguments.has("mutate") {
      let run = try MutationRun(try installation(), jobs: jobs, sandbox: try sandboxWish(arguments)) {
        console.note("gradus: \($0)")
      }
      let layout = course.layout
      return try MutantVerification(run, console) { try self.knownChecks($0, in: layout) }.run(
        locations, asJSON: format == "json")
    }
    // What `gradus render` would refuse is wrong with the course as well.
    var problems = try course.layout.validate() + siteRenderer(course.layout).problems()
    if let only = chosen?.first { problems = problems.filter { $0.concerns(only, in: course.layout) } }
    let verification = CourseVerification(
      try installation(), course.layout, seeds: 1...seeds, sandbox: try sandboxWish(arguments),
      jobs: jobs)
    let courseChecks = courseChecks
    let reports = try verification.run(locations) {
      courseChecks($0.rawValue)
    } notes: {
      console.note("gradus: \($0)")
    } progress: {
      console.progress("verifying \($0)")
    }
    let findings = zip(locations, reports).map { Finding(exercise: $0.id.rawValue, report: $1) }
      .filter { self.courseChecks($0.exercise) != nil }
    problems = Set(problems + reports.flatMap(\.problems)).sorted()
    if format == "json" {
      console.write(report(findings, problems).pretty + "\n")
    } else {
      console.write(table(findings, problems, console.style))
    }
    return reports.contains(where: \.hadFault) ? .fault : problems.isEmpty ? .passed : .notPassed
  }

  private func report(_ findings: [Finding], _ problems: [Problem]) -> JSONValue {
    [
      "exercises": .array(
        findings.map { finding in
          [
            "exercise": .string(finding.exercise),
            "points": .integer(finding.report.points),
            "starter": .string(finding.report.starter.rawValue),
            "solution": share(finding.report.solution),
            "misconceptions": share(finding.report.misconceptions),
            "alternatives": share(finding.report.alternatives),
            "hints": .boolean(finding.report.hintsKeepSecrets),
            "functions": .boolean(finding.report.functionsAgree),
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

  private func share(_ share: ExerciseVerification.Share) -> JSONValue {
    ["good": .integer(share.good), "all": .integer(share.all)]
  }

  private func table(_ findings: [Finding], _ problems: [Problem], _ style: TerminalStyle) -> String {
    var rows = [["exercise", "starter", "solution", "misconceptions", "alternatives", "hints", "functions"]]
    rows += findings.map { finding in
      let report = finding.report
      return [
        finding.exercise, report.starter.rawValue, "\(report.solution) seeds", "\(report.misconceptions) named",
        "\(report.alternatives) pass", report.hintsKeepSecrets ? "keep" : "tell",
        report.functionsAgree ? "agree" : "differ",
      ]
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      (zip(row, widths).dropLast().map { $0.padded(to: $1) } + [row[row.count - 1]]).joined(separator: "  ")
    }
    var text = style.paint(lines[0], .heading) + "\n" + lines.dropFirst().map { "\($0)\n" }.joined()
    if problems.isEmpty { return text + "\n\(style.paint("all well", .good)): \(findings.count) exercises\n" }
    for problem in problems { text += "\n" + TerminalText.safe("\(problem)") }
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    return text + "\n\n\(style.paint(count, .bad))\n"
  }
}

/// What `gradus verify` found out about one exercise.
private struct Finding {
  let exercise: String
  let report: ExerciseVerification.Report
}

extension Problem {
  /// Whether the problem lies in the files of an exercise.
  fileprivate func concerns(_ exercise: ExerciseLocation, in layout: CourseLayout) -> Bool {
    guard let file else { return true }
    return Files.name(of: file).split(separator: ".").first.map(String.init) == exercise.id.rawValue
  }
}
