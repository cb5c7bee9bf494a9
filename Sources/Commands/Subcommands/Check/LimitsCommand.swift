internal import Course
internal import Files
internal import Grading
internal import JSON
internal import Terminal

extension Gradus {
  /// `gradus limits`: how far solutions stay below what programs may use.
  var limits: Command {
    Command(
      name: "limits", summary: "Says how much of each limit the solutions and alternatives use.",
      positional: ["ID?"], options: [.formatted, .confining],
      discussion: """
        Every solution, and right work written differently, is graded with five seeds. For each limit the table gives the most that one of them
        used, and how many times as much is allowed. Exit code 1 if that is less than five times.
        """,
      example: "gradus limits bptt"
    ) { arguments, console in
      try runLimits(arguments, console)
    }
  }

  /// A limit must allow so many times of what right work uses.
  static let leastMargin = 5.0

  private func runLimits(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    let format = try arguments.choice("format", of: ["text", "json"])
    let course = FoundCourse.find(try installation())
    try course.requireSolutions(for: "gradus limits")
    let exercises = try arguments.positional.first.map { [try course.locate($0)] } ?? course.layout.exercises()
    let grader = try Grader.ready(try installation(), sandbox: try sandboxWish(arguments)) {
      console.note("gradus: \($0)")
    }
    var reports: [(exercise: String, margins: [Margin])] = []
    for exercise in exercises {
      console.progress("measuring \(exercise.id)")
      let checks = try knownChecks(exercise, in: course.layout)
      var usage = Usage()
      for path in [exercise.files.solution] + alternatives(exercise, course.layout) {
        let submission = try Submission(path: path)
        for seed in 1...5 as ClosedRange<UInt64> {
          usage = usage.maximum(try grader.usage(of: submission, checks, seed: seed))
        }
      }
      reports.append((exercise.id.rawValue, Margin.all(usage, checks.limits)))
    }
    if format == "json" {
      console.write(
        JSONValue.array(reports.map { ["exercise": .string($0.exercise), "limits": .array($0.margins.map(\.json))] })
          .pretty + "\n")
    } else {
      for report in reports {
        console.write(
          console.style.paint(report.exercise, .heading) + "\n" + report.margins.map { "  \($0.text)\n" }.joined())
      }
    }
    return reports.allSatisfy { $0.margins.allSatisfy { $0.factor >= Self.leastMargin } } ? .passed : .notPassed
  }

  private func alternatives(_ exercise: ExerciseLocation, _ layout: CourseLayout) -> [String] {
    let folder = "\(layout.root)/Tests/Fixtures/alternatives/\(exercise.id)"
    return ((try? Files.list(folder)) ?? []).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
  }
}

/// How much of a limit was used.
private struct Margin {
  let name: LimitSettings.Name
  let used: Double
  let allowed: Double

  /// How many times what was used is allowed.
  var factor: Double { allowed / max(used, 1e-3) }

  static func all(_ usage: Usage, _ limits: ProgramLimits) -> [Margin] {
    let megabyte = Double(1 << 20)
    return [
      Margin(name: .checkSeconds, used: usage.checkSeconds, allowed: limits.checkSeconds),
      Margin(name: .fileSeconds, used: usage.totalSeconds, allowed: limits.totalSeconds),
      Margin(
        name: .memoryMegabytes, used: Double(usage.addressSpace) / megabyte,
        allowed: Double(limits.addressSpace) / megabyte),
      Margin(name: .threads, used: Double(usage.threads), allowed: Double(limits.threads)),
      Margin(
        name: .outputKilobytes, used: Double(usage.outputBytes) / 1024, allowed: Double(limits.outputBytes) / 1024),
      Margin(name: .answerKilobytes, used: Double(usage.replyBytes) / 1024, allowed: Double(limits.replyBytes) / 1024),
      Margin(name: .compilerSeconds, used: usage.compilerSeconds, allowed: limits.compilerSeconds),
    ]
  }

  var text: String {
    let share = factor > 1000 ? "more than 1000 times" : "\(rounded(factor, 1)) times"
    return
      "\(name.rawValue.padded(to: 18)) \("\(rounded(used, 1000))".padded(to: 10)) of \("\(rounded(allowed, 10))".padded(to: 8)) \(share)"
  }

  var json: JSONValue {
    [
      "limit": .string(name.rawValue), "used": .number(rounded(used, 1000)), "allowed": .number(allowed),
      "factor": .number(rounded(factor, 10)),
    ]
  }

  private func rounded(_ number: Double, _ scale: Double) -> Double { (number * scale).rounded() / scale }
}
