internal import ClassGrading
internal import Course
internal import Gradebook
internal import Grading
internal import JSON
internal import Submissions
internal import Terminal

extension Gradus {
  /// `gradus grade`: a class.
  var grade: Command {
    Command(
      name: "grade", summary: "Grades a class into a gradebook; the same command goes on where it was stopped.",
      positional: ["SUBMISSIONS?"],
      options: [
        .gradebook,
        .valued(
          "roster", "CSV", "who is in the class: a table with a column 'id', and perhaps 'name', 'section', 'email'"),
        .policy,
        .valued("exercise", "ID", "everything is for this exercise, whatever the files are called"),
        .valued(
          "received", "TIME", "all of it came at this time, such as '2026-11-20 23:59' (default: what the files say)"),
        .switched("retry-faults", "grade again what could not be graded"),
        .classJobs,
        .valued("executor", "local|slurm", "grade on this machine, or on the nodes of a cluster (default: local)"),
        .valued("shared", "DIR", "with slurm: a folder that all nodes see (default: GRADEBOOK.slurm)"),
        .valued(
          "tasks", "N", "with slurm: how many tasks share the work (default: one for each 25 submissions, at least 8)"),
        .valued(
          "slurm-options", "WORDS", "with slurm: what sbatch is told besides, such as '--partition=teaching --time=30'"),
        .formatted,
        .confining,
        .trusting,
      ],
      discussion: """
        SUBMISSIONS is a folder or an archive: in it a folder or an archive for each student, or a download from Moodle, Canvas or Gradescope.
        Without it, what is in the gradebook and not graded yet is graded. Files are known by their names: ID.swift is for the exercise ID.

        Every verdict is written down as it comes. What was graded before, by the same grader and with the same seed, is not graded again. What
        belongs to nobody, is there twice, is empty or cannot be read is listed, and the exit code is 1 then.

        With --executor slurm an array job grades, and this command waits and writes down what the nodes tell by files in the shared folder. Nodes
        need the same command, course and compiler at the same paths.
        """,
      example: "gradus grade submissions.zip --gradebook class.db --roster roster.csv"
    ) { arguments, console in
      try runGrade(arguments, console)
    }
  }

  private func runGrade(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    let format = try arguments.choice("format", of: ["text", "json"])
    let room = try ClassRoom(self, arguments)
    let jobs = try arguments.number("jobs").map { Int(clamping: max(1, $0)) } ?? Threads.processors
    let reader = try reader(arguments, room)
    let lock = try room.lock()
    defer { withExtendedLifetime(lock) {} }
    let gradebook = try room.gradebook(arguments.positional.isEmpty ? .write : .create)
    let course = try room.classCourse(self)
    var intake = Intake()
    if let path = arguments.positional.first {
      intake = try course.takeIn(path, reader, room.policy, into: gradebook)
      if format == "text" { list(intake.findings, console) }
    } else {
      try gradebook.take(course.entries.map(\.graded))
      try gradebook.take(seedsOf: room.policy)
    }
    for name in unknownChecks(room.policy, course) {
      console.note("gradus: the policy hides a check that no exercise has: \(TerminalText.safe(name))")
    }
    for id in try strangers(room.policy, gradebook) {
      console.note("gradus: the policy has an extension for \(TerminalText.safe(id)), who is not in the class")
    }
    let known = try gradebook.settle()
    let progress = ClassProgress(console)
    let result: ClassRun.Progress
    if let slurm = try slurmRun(arguments, room) {
      let collected = try slurm.collect(into: gradebook, course)
      if collected > 0 {
        console.note("gradus: took \(collected) verdicts over from the tasks of a run that was stopped")
      }
      let rest = try gradebook.pending(retriesFaults: arguments.has("retry-faults"))
      result = try slurm.grade(rest, course, into: gradebook) {
        progress.note("gradus: \($0)")
      } report: {
        progress.show($0)
      }
    } else {
      let work = try gradebook.pending(retriesFaults: arguments.has("retry-faults"))
      let folder = RunFolder()
      defer { withExtendedLifetime(folder) {} }
      let run = ClassRun(try installation(), sandbox: try sandboxWish(arguments), jobs: jobs)
      result = try run.grade(work, course, into: gradebook) {
        progress.note("gradus: \($0)")
      } report: {
        progress.show($0)
      }
    }
    progress.end()
    let faults = try room.gradebook(.write).faults()
    if format == "json" {
      console.write(json(result, intake.findings, faults).pretty + "\n")
    } else {
      console.write(summary(result, intake, known, faults, room, console.style))
    }
    return faults.isEmpty ? (intake.findings.allSatisfy { $0.kind == .ignored } ? .passed : .notPassed) : .fault
  }

  private func reader(_ arguments: Arguments, _ room: ClassRoom) throws -> SubmissionReader {
    let received = try arguments["received"].map { text in
      guard let time = Moment.seconds(text) else {
        throw UsageError(
          "--received is a moment such as '2026-11-20 23:59', or with a zone '2026-11-20 23:59 +01:00', not '\(text)'.")
      }
      return time
    }
    return SubmissionReader(
      exercises: try room.course.layout.exercises().map(\.id),
      only: try arguments["exercise"].map { try room.course.locate($0).id },
      roster: try arguments["roster"].map { path throws(SubmissionsError) in try Roster(path: path) },
      received: received)
  }

  /// Names of hidden checks that are misspelt hide nothing, so they are told of.
  private func unknownChecks(_ policy: GradingPolicy, _ course: ClassCourse) -> [String] {
    let known = Set(course.entries.flatMap(\.checkNames))
    let hidden = policy.rules.values.reduce(policy.general.hidden) { $0.union($1.hidden) }
    return hidden.subtracting(known).sorted()
  }

  /// An extension under a misspelt name extends nothing.
  private func strangers(_ policy: GradingPolicy, _ gradebook: Gradebook) throws -> [String] {
    Set(policy.extensions.keys).subtracting(try gradebook.students().map(\.id)).sorted()
  }

  private func list(_ findings: [Finding], _ console: Console) {
    for finding in findings {
      let kind = console.style.paint(finding.kind.rawValue.padded(to: 10), .pending)
      console.write("\(kind) \(TerminalText.safe(finding.subject)): \(TerminalText.safe(finding.message))\n")
    }
  }

  private func summary(
    _ result: ClassRun.Progress, _ intake: Intake, _ known: Int, _ faults: [Fault], _ room: ClassRoom,
    _ style: TerminalStyle
  ) -> String {
    var lines: [String] = []
    for fault in faults.prefix(5) {
      lines.append("\(style.paint("no grade", .bad))   \(fault.exercise): \(TerminalText.safe(fault.message))")
    }
    if faults.count > 5 { lines.append("and \(faults.count - 5) more that could not be graded") }
    let counts = ClassProgress.counts(result.counts)
    let rate =
      result.seconds > 0 && result.done > 0
      ? " in \(ClassProgress.time(result.seconds)), \((Double(result.done) / result.seconds * 10).rounded() / 10) a second"
      : ""
    lines.append("graded \(result.done)\(rate)\(counts.isEmpty ? "" : ": \(counts)")")
    if !intake.files.isEmpty {
      lines.append(
        "\(intake.files.count) files of \(Set(intake.files.map(\.student)).count) students are in \(room.gradebookPath)"
      )
    }
    if !intake.findings.isEmpty {
      let kinds = Finding.Kind.allCases.compactMap { kind in
        let count = intake.findings.count { $0.kind == kind }
        return count > 0 ? "\(count) \(kind.rawValue)" : nil
      }
      lines.append("listed above: \(kinds.joined(separator: ", "))")
    }
    if !faults.isEmpty {
      lines.append(
        "\(faults.count) could not be graded, which is no grade: mend what is said above and add --retry-faults")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ result: ClassRun.Progress, _ findings: [Finding], _ faults: [Fault]) -> JSONValue {
    [
      "graded": .integer(result.done),
      "counts": .object(
        Status.allCases.compactMap { status in
          result.counts[status].map { JSONValue.Member(status.rawValue, .integer($0)) }
        }),
      "seconds": .number((result.seconds * 1000).rounded() / 1000),
      "findings": .array(
        findings.map {
          ["kind": .string($0.kind.rawValue), "subject": .string($0.subject), "message": .string($0.message)]
        }),
      "faults": .array(
        faults.map { ["exercise": .string($0.exercise.rawValue), "message": .string($0.message)] }),
    ]
  }
}
