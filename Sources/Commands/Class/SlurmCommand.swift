internal import ClassGrading
internal import Course
internal import Files
internal import Gradebook
internal import Grading

extension Gradus {
  /// The run on a cluster that the words ask for; nil for this machine.
  func slurmRun(_ arguments: Arguments, _ room: ClassRoom) throws -> SlurmRun? {
    guard try arguments.choice("executor", of: ["local", "slurm"]) == "slurm" else {
      for name in ["shared", "tasks", "slurm-options"] where arguments[name] != nil {
        throw UsageError("--\(name) goes with --executor slurm.")
      }
      return nil
    }
    var words = [Files.realPath("/proc/self/exe") ?? "gradus", "grade-task"]
    if let tier = arguments["sandbox"] { words += ["--sandbox", tier] }
    if arguments.has("trust-this-code") { words.append("--trust-this-code") }
    // The tasks start where this command was started, so they find the same course.
    return try SlurmRun(
      folder: arguments["shared"] ?? "\(room.gradebookPath).slurm", program: words,
      options: (arguments["slurm-options"] ?? "").split(separator: " ").map(String.init),
      tasks: try arguments.number("tasks").map { Int(clamping: max(1, min(1000, $0))) })
  }

  /// `gradus grade-task`: one task of `grade --executor slurm`, on a node.
  var gradeTask: Command {
    Command(
      name: "grade-task", summary: "Grades one task's part of what a shared folder holds.",
      positional: ["DIR", "TASK", "TASKS"],
      options: [.confining, .trusting],
      example: "gradus grade-task class.db.slurm/work-4711 0 8", isHidden: true
    ) { arguments, console in
      let words = arguments.positional
      guard words.count == 3, let number = Int(words[1]), let count = Int(words[2]), (0..<count).contains(number) else {
        throw UsageError("grade-task needs a folder, the task's number and how many tasks there are.")
      }
      let installation = try installation()
      let identity = try GraderIdentity(version: Gradus.version, installation)
      let course = try ClassCourse(FoundCourse.find(installation).layout, identity, checks: courseChecks)
      let folder = RunFolder()
      defer { withExtendedLifetime(folder) {} }
      let result = try SharedTask(words[0], number: number, of: count).grade(
        installation, course, sandbox: try sandboxWish(arguments),
        jobs: Files.environment("SLURM_CPUS_PER_TASK").flatMap { Int($0) } ?? 1
      ) {
        console.note("gradus: \($0)")
      }
      console.write("graded \(ClassProgress.words(result))\n")
      return .passed
    }
  }
}
