internal import Course
internal import Files
internal import Grading
internal import Terminal

extension Gradus {
  /// `gradus doctor`: what is there, what is missing, and what to do.
  var doctor: Command {
    Command(
      name: "doctor", summary: "Says what is installed, what is missing, and which sandbox can be had and why.",
      options: [
        .switched("prepare", "prepare the student-facing modules and the known mistakes now, not at the first check"),
        .valued(
          "diagnosis-to", "DIR", "with --prepare: compile the known mistakes into DIR, to install without solutions"),
      ],
      discussion: """
        Exit code 3 if something that grading needs is missing. The known mistakes are compiled for the exercises whose solutions are
        here; a check that fails is compared with them.
        """,
      example: "gradus doctor"
    ) { arguments, console in
      guard arguments["diagnosis-to"] == nil || arguments.has("prepare") else {
        throw UsageError("--diagnosis-to goes with --prepare: gradus doctor --prepare --diagnosis-to DIR")
      }
      return runDoctor(arguments, console)
    }
  }

  private func runDoctor(_ arguments: Arguments, _ console: Console) -> ExitCode {
    var healthy = true
    func report(_ name: String, _ good: Bool, _ text: String) {
      healthy = healthy && good
      let mark = good ? console.style.paint("ok", .good) : console.style.paint("missing", .bad)
      console.write("\(name.padded(to: 10))  \(mark)  \(text)\n")
    }
    console.write("gradus      \(Self.version)\n")
    var sandbox: SandboxReport?
    do {
      let installation = try installation()
      let course = FoundCourse.find(installation)
      let exercises = (try? course.layout.exercises()) ?? []
      report(
        "course", !exercises.isEmpty,
        exercises.isEmpty
          ? "no exercises in \(course.layout.root): run this in a course's folder, or install Gradus anew"
          : "\(exercises.count) exercises in \(course.layout.root)")
      let toolchain = try reportCompiler(installation, prepares: arguments.has("prepare"), console, report)
      let tried = SandboxReport.make(toolchain.flatMap { Toolkit.existing(installation, $0) })
      sandbox = tried
      if arguments.has("prepare") && toolchain != nil && tried.isSafe {
        reportMistakes(course, exercises, into: arguments["diagnosis-to"], console, report)
      }
    } catch {
      report("modules", false, "\(error)")
    }
    let tried = sandbox ?? SandboxReport.make(nil)
    report("sandbox", tried.isSafe, tried.text)
    return healthy ? .passed : .fault
  }

  /// Says which compiler and modules there are; nil if there is none.
  private func reportCompiler(
    _ installation: Installation, prepares: Bool, _ console: Console, _ report: (String, Bool, String) -> Void
  ) throws -> Toolchain? {
    let toolchain: Toolchain
    do {
      toolchain = try Toolchain.find()
    } catch {
      report("compiler", false, "\(error)")
      return nil
    }
    report("compiler", true, toolchain.root)
    if prepares {
      let toolkit = try Toolkit.ready(installation, toolchain) { console.note("gradus: \($0)") }
      report("modules", true, toolkit.folder)
    } else {
      let ready = Toolkit.existing(installation, toolchain)?.folder
      report("modules", true, ready ?? "not prepared yet for this compiler: the first check does it")
    }
    return toolchain
  }

  /// Compiles the known mistakes and says of how many exercises there are any.
  ///
  /// Grading does not need them, so that one which does not compile, as while an exercise is being written, is a note here and a problem in
  /// `verify`. An installation must have them all.
  private func reportMistakes(
    _ course: FoundCourse, _ exercises: [ExerciseLocation], into folder: String?, _ console: Console,
    _ report: (String, Bool, String) -> Void
  ) {
    var ready = 0
    var failed: [String] = []
    do {
      let grader = try Grader.ready(try installation()) { console.note("gradus: \($0)") }
      for exercise in exercises {
        guard let checks = checks(exercise.id) else { continue }
        do {
          if try grader.prepare(KnownMistakes(course.layout, exercise), checks, in: folder) > 0 { ready += 1 }
        } catch {
          failed.append(exercise.id.rawValue)
          console.fail("\(error)")
        }
      }
    } catch {
      return report("mistakes", false, "\(error)")
    }
    let rest = failed.isEmpty ? "" : ", but not of \(failed.joined(separator: ", ")): see above"
    report(
      "mistakes", failed.isEmpty || folder == nil,
      ready == 0 && failed.isEmpty
        ? "none known here: a check that fails gets no diagnosis"
        : "of \(ready) of \(exercises.count) exercises are compiled\(rest)")
  }
}
