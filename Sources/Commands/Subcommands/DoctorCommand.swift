internal import Course
internal import Files
internal import Grading
internal import Terminal

extension Gradus {
  /// `gradus doctor`: what is there, what is missing, and what to do.
  var doctor: Command {
    Command(
      name: "doctor", summary: "Says what is installed, what is missing, and which sandbox can be had and why.",
      options: [.switched("prepare", "prepare the student-facing modules now, rather than at the first check")],
      discussion: "Exit code 3 if something that grading needs is missing.",
      example: "gradus doctor"
    ) { arguments, console in
      var healthy = true
      func report(_ name: String, _ good: Bool, _ text: String) {
        healthy = healthy && good
        let mark = good ? console.style.paint("ok", .good) : console.style.paint("missing", .bad)
        console.write("\(name.padded(to: 10))  \(mark)  \(text)\n")
      }
      console.write("gradus      \(Self.version)\n")
      do {
        let installation = try installation()
        let course = FoundCourse.find(installation)
        let exercises = (try? course.layout.exercises()) ?? []
        report(
          "course", !exercises.isEmpty,
          exercises.isEmpty
            ? "no exercises in \(course.layout.root): run this in a course's folder, or install Gradus anew"
            : "\(exercises.count) exercises in \(course.layout.root)")
        try reportCompiler(installation, prepares: arguments.has("prepare"), console, report)
      } catch {
        report("modules", false, "\(error)")
      }
      let sandbox = SandboxReport.make()
      report("sandbox", sandbox.isSafe, sandbox.text)
      return healthy ? .passed : .fault
    }
  }

  private func reportCompiler(
    _ installation: Installation, prepares: Bool, _ console: Console, _ report: (String, Bool, String) -> Void
  ) throws {
    let toolchain: Toolchain
    do {
      toolchain = try Toolchain.find()
    } catch {
      return report("compiler", false, "\(error)")
    }
    report("compiler", true, toolchain.root)
    if prepares {
      let toolkit = try Toolkit.ready(installation, toolchain) { console.note("gradus: \($0)") }
      report("modules", true, toolkit.folder)
    } else {
      let ready = Toolkit.isReady(installation, toolchain)
      report("modules", true, ready ?? "not prepared yet for this compiler: the first check does it")
    }
  }
}
