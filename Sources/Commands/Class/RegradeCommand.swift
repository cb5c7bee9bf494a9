internal import ClassGrading
internal import Course
internal import Gradebook
internal import Grading
internal import JSON
internal import Terminal

extension Gradus {
  /// `gradus regrade --what-if`: whose grade would move.
  var regrade: Command {
    Command(
      name: "regrade", summary: "Says whose grade another version of the grader, or other cases, would move.",
      options: [
        .gradebook,
        .switched("what-if", "needed: grades stay as they are; to take the new ones, `gradus grade --gradebook FILE`"),
        .policy,
        .valued("seed", "N", "draw the cases from this number, in place of the policy's"),
        .valued("exercise", "ID", "only this exercise"),
        .classJobs,
        .formatted,
        .confining,
        .trusting,
      ],
      discussion: """
        Every attempt that has a verdict is graded by this program, beside the gradebook's verdicts, and the grades are compared: whose would
        move, by how much, and by which checks. The exit code is 1 if any would.
        """,
      example: "gradus regrade --what-if --gradebook class.db"
    ) { arguments, console in
      try runRegrade(arguments, console)
    }
  }

  private func runRegrade(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    guard arguments.has("what-if") else {
      throw UsageError(
        "gradus regrade takes --what-if and changes no grade. To let the grades of this program count: "
          + "gradus grade --gradebook FILE.")
    }
    let format = try arguments.choice("format", of: ["text", "json"])
    let room = try ClassRoom(self, arguments)
    var policy = room.policy
    if let seed = try arguments.number("seed") { policy.seed = seed }
    let only = try arguments["exercise"].map { try room.course.locate($0).id }
    let lock = try room.lock()
    defer { withExtendedLifetime(lock) {} }
    let course = try room.classCourse(self)
    var whatIf = WhatIf(course, policy)
    let gradebook = try room.gradebook(.write)
    let work = try whatIf.jobs(gradebook, only: only)
    let folder = RunFolder()
    defer { withExtendedLifetime(folder) {} }
    let progress = ClassProgress(console)
    let jobs = try arguments.number("jobs").map { Int(clamping: max(1, $0)) } ?? Threads.processors
    let run = ClassRun(try installation(), sandbox: try sandboxWish(arguments), jobs: jobs)
    _ = try run.grade(work, course, into: gradebook, counts: false) {
      progress.note("gradus: \($0)")
    } report: {
      progress.show($0)
    }
    progress.end()
    try whatIf.compare(try room.gradebook(.write), only: only)
    if format == "json" {
      console.write(Self.json(whatIf).pretty + "\n")
    } else {
      console.write(Self.text(whatIf, console.style))
    }
    return whatIf.moves.isEmpty ? .passed : .notPassed
  }

  private static func text(_ whatIf: WhatIf, _ style: TerminalStyle) -> String {
    var text = ""
    for move in whatIf.moves {
      let words = "\(points(move.before)) -> \(points(move.after))"
      text += TerminalText.safe("\(move.student.id)  \(move.before.exercise)  ")
      text += style.paint(words, move.change < 0 ? .bad : move.change > 0 ? .good : .pending) + "\n"
      for check in move.checks {
        text += "  \(TerminalText.safe(check.name)): \(word(check.before)) -> \(word(check.after))\n"
      }
    }
    let (up, down) = (whatIf.moves.count { $0.change > 0 }, whatIf.moves.count { $0.change < 0 })
    text += "\(whatIf.moves.count) of \(whatIf.compared) grades would move: \(up) up, \(down) down"
    if up + down < whatIf.moves.count { text += ", \(whatIf.moves.count - up - down) in the outcome alone" }
    if whatIf.without > 0 { text += "; \(whatIf.without) could not be compared" }
    return text + "\n"
  }

  private static func points(_ grade: Grade) -> String {
    let words = grade.attempt?.outcome?.status.rawValue.replacing("-", with: " ") ?? ""
    return "\(Points(earned: grade.points, possible: grade.possible)) \(words)"
  }

  private static func word(_ status: Status?) -> String { status?.rawValue.replacing("-", with: " ") ?? "none" }

  private static func json(_ whatIf: WhatIf) -> JSONValue {
    func side(_ grade: Grade) -> JSONValue {
      [
        "points": .number(grade.points), "possible": .number(grade.possible),
        "status": .string(grade.attempt?.outcome?.status.rawValue ?? ""),
        "grader": .string(grade.attempt?.outcome?.grader ?? ""),
        "seed": .integer(Int(clamping: grade.attempt?.outcome?.seed ?? 0)),
      ]
    }
    return [
      "compared": .integer(whatIf.compared),
      "without": .integer(whatIf.without),
      "moves": .array(
        whatIf.moves.map { move in
          [
            "student": .string(move.student.id), "exercise": .string(move.before.exercise.rawValue),
            "before": side(move.before), "after": side(move.after),
            "checks": .array(
              move.checks.map {
                [
                  "name": .string($0.name), "before": .string($0.before?.rawValue ?? ""),
                  "after": .string($0.after?.rawValue ?? ""),
                ]
              }),
          ]
        }),
    ]
  }
}
