internal import Course
internal import Export
internal import Files
internal import Grading
internal import JSON
internal import Terminal

extension Gradus {
  /// `gradus check`: grades a file, or all files of the folder.
  var check: Command {
    Command(
      name: "check", summary: "Grades your file for an exercise, or every exercise's file in this folder.",
      positional: ["ID?"],
      options: [
        .valued("file", "F", "the file to grade (default: ID.swift here, or the course's starter)"),
        .valued("seed", "N", "the seed from which all inputs are drawn (default: 1)"),
        .switched("all", "in a workspace: every exercise's file, not the present one's alone"),
        .switched("hidden", "show neither inputs nor values, nor what the program printed"),
        .valued(
          "format", CheckFormat.allCases.map(\.rawValue).joined(separator: "|"),
          "for people (default), for programs, or for another system"),
        .confining,
        .trusting,
      ],
      discussion: """
        The file is compiled and run in a sandbox, and what its functions return is compared with the reference, smallest inputs
        first. The same file, seed and version give the same report. Exit code 0: passed, 1: not passed, 2: the command line or the
        file cannot be used, 3: it could not be graded, which is never the file's fault.

        The formats of other systems are Gradescope's results.json, Classroom 50's result.json, PrairieLearn's results.json, JUnit's XML and
        SARIF 2.1.0. For the first three the exit code is 0 whatever the grade, as they ask; 3 stays 3, and no grade is written.

        In a workspace, the file of the present exercise is graded unless ID or --all says otherwise, and progress is written down.
        """,
      example: "gradus check bptt --file bptt.swift --seed 7"
    ) { arguments, console in
      try runCheck(arguments, console)
    }
  }

  private func runCheck(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    let format = try CheckFormat(arguments)
    let seed = try arguments.number("seed") ?? 1
    let installation = try installation()
    let course = FoundCourse.find(installation)
    var study = try course.workspace.map { _ in try Study(installation, console) }
    let targets = try targets(arguments, course, study)
    var codes: [ExitCode] = []
    var graded: [GradedFile] = []
    let bench = GradingBench(self, try sandboxWish(arguments), console)
    for (number, target) in targets.enumerated() {
      if targets.count > 1 { console.progress("grading \(target.path) (\(number + 1) of \(targets.count))") }
      let start = ContinuousClock.now
      let submission = try Submission(path: target.path)
      let verdict = try bench.grade(
        submission, for: target.exercise, course, seed: seed, hidesCases: arguments.has("hidden"),
        study.flatMap { $0.owns(target) ? $0 : nil })
      let elapsed = start.duration(to: .now)
      codes.append(Self.exitCode(verdict.status))
      if format == .text {
        console.write(VerdictText(verdict, path: target.path, style: console.style).text)
      } else {
        graded.append(
          GradedFile(verdict, path: target.path, source: submission.source, seconds: elapsed / .seconds(1)))
      }
      let passage = try study?.record(verdict, of: submission, at: target)
      guard format == .text else { continue }
      if targets.count == 1, let study, let passage {
        console.write(
          "\n" + PassageText(passage, study, points: points, reading: reading(course.layout, console.style)).text)
      }
      if number + 1 < targets.count { console.write("\n") }
    }
    if format != .text {
      return try format.write(graded, isAboutMany: isAboutMany(arguments, study), codes, console)
    } else if targets.count > 1 {
      console.write("\n\(codes.count { $0 == .passed }) of \(targets.count) files passed\n")
    }
    return codes.worst
  }

  private func isAboutMany(_ arguments: Arguments, _ study: Study?) -> Bool {
    arguments.positional.isEmpty && (study == nil || arguments.has("all"))
  }

  private func targets(_ arguments: Arguments, _ course: FoundCourse, _ study: Study?) throws -> [CheckTarget] {
    if let name = arguments.positional.first {
      guard !arguments.has("all") else { throw UsageError("--all is every exercise; leave '\(name)' out.") }
      let exercise = try course.locate(name)
      return [CheckTarget(exercise: exercise, path: try arguments["file"] ?? course.file(for: exercise))]
    }
    if arguments["file"] != nil {
      throw UsageError("say which exercise the file is for: gradus check ID --file F")
    }
    if let study {
      guard arguments.has("all") else {
        let exercise = try study.exercise(nil)
        return [CheckTarget(exercise: exercise.location, path: study.file(of: exercise))]
      }
      return study.path.recommended.map { CheckTarget(exercise: $0.location, path: study.file(of: $0)) }
        .filter { Files.exists($0.path) }
    }
    let found = course.files(named: try course.layout.exercises())
    guard !found.isEmpty else {
      throw UsageError("no file in this folder is named like an exercise. `gradus list` shows their names.")
    }
    return found.map { CheckTarget(exercise: $0.exercise, path: $0.path) }
  }

  /// The checks of an exercise that the course has a folder for, with the limits that the course sets.
  func knownChecks(_ exercise: ExerciseLocation, in layout: CourseLayout) throws -> ExerciseChecks {
    guard var checks = checks(exercise.id) else {
      throw GradingFault(
        "the exercise '\(exercise.id)' has no checks in this program. If it is new, write them in Sources/Checks and build again."
      )
    }
    checks.limits = checks.limits.overridden(by: try layout.limits(for: exercise))
    return checks
  }

  /// A grader, ready to compile and run.
  func makeGrader(_ arguments: Arguments, _ console: Console) throws -> Grader {
    try Grader.ready(try installation(), sandbox: try sandboxWish(arguments)) {
      console.note("gradus: \($0)")
    }
  }

  /// What the command line says of the sandbox.
  func sandboxWish(_ arguments: Arguments) throws -> SandboxWish {
    let tier = arguments["sandbox"] == nil ? nil : try arguments.choice("sandbox", of: SandboxWish.tiers)
    return SandboxWish(tier: tier, trustsCode: arguments.has("trust-this-code"))
  }

  /// The exit code that a status stands for.
  static func exitCode(_ status: Status) -> ExitCode {
    switch status {
    case .passed: .passed
    case .notGradable: .fault
    default: .notPassed
    }
  }
}

/// A file to grade, and the exercise that it is for.
struct CheckTarget {
  let exercise: ExerciseLocation
  let path: String
}

extension Option {
  /// `--format`.
  static let formatted = Option.valued("format", "text|json", "for people (default) or for programs")
  /// `--sandbox`.
  static let confining = Option.valued(
    "sandbox", SandboxWish.tiers.joined(separator: "|"), "use this sandbox or none other (default: the best that works)"
  )
  /// `--trust-this-code`.
  static let trusting = Option.switched(
    "trust-this-code", "run without a sandbox if none can be had: only for code that you wrote yourself")
}
