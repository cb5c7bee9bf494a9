internal import Course
internal import Files
internal import Grading
internal import Terminal
internal import Watching

extension Gradus {
  /// `gradus watch`: checks whenever a file is saved.
  var watch: Command {
    Command(
      name: "watch", summary: "Checks your file whenever you save it, and shows the verdict.",
      positional: ["ID?"],
      options: [.valued("seed", "N", "the seed from which all inputs are drawn (default: 1)")],
      discussion: """
        On a terminal it takes the whole screen, with keys for hint, lesson and the next exercise; with --plain, or where its output goes
        elsewhere, it writes lines. An edit cancels a check that is still running. Saving the file of another exercise takes that one up.
        """,
      example: "gradus watch"
    ) { arguments, console in
      let study = try Study(try installation(), console)
      let exercise = try study.exercise(arguments.positional.first)
      let session = try WatchSession(self, study, exercise, seed: try arguments.number("seed") ?? 1, console)
      let ending = try session.run()
      // Nothing of the session is left when a signal ends the program.
      if let signal = ending { Signals.die(of: signal) }
      return .passed
    }
  }

  /// `gradus watch-run`: grades one file for `gradus watch`, which starts it beforehand and may kill it at any moment.
  ///
  /// Standard input holds a line with the exercise's name, the seed and the path, and behind it the file; standard output gets the verdict as
  /// JSON.
  var watchRun: Command {
    Command(
      name: "watch-run", summary: "Grades one file for `gradus watch`.", positional: ["PARENT"],
      example: "gradus watch-run 4711", isHidden: true
    ) { arguments, console in
      guard let parent = arguments.positional.first.flatMap({ Int32($0) }) else { throw UsageError("for gradus watch") }
      Helper.endWithParent(parent)
      return try HelperTask.serve(self, console)
    }
  }
}
