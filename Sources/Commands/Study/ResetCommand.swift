internal import Course
internal import Progress
internal import Terminal
internal import Workspace

extension Gradus {
  /// `gradus reset`: back to the starter, with a copy of what was there.
  var reset: Command {
    Command(
      name: "reset", summary: "Sets your file back to the starter and says where a copy of it is.",
      positional: ["ID?"],
      example: "gradus reset bptt"
    ) { arguments, console in
      let study = try Study(try installation(), console)
      let exercise = try study.exercise(arguments.positional.first)
      let file = study.file(of: exercise)
      let backup = try study.workspace.reset(exercise.location)
      try study.store.record(.reset(backup: backup ?? ""), exercise.id.rawValue)
      if let backup {
        console.write(
          "\(file) is the starter again. What you had is in \(study.course.shortened(study.workspace.path(backup))).\n")
      } else {
        console.write("\(file) is the starter; there was nothing of yours to keep.\n")
      }
      return .passed
    }
  }
}
