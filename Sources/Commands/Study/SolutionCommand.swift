internal import Course
internal import Files
internal import Progress
internal import Terminal

extension Gradus {
  /// `gradus solution`: the reference, for those who have passed or give up.
  var solution: Command {
    Command(
      name: "solution", summary: "Shows the reference solution, once you have passed the exercise.",
      positional: ["ID?"],
      options: [.switched("give-up", "show it before you have passed; your progress remembers that")],
      example: "gradus solution bptt"
    ) { arguments, console in
      var study = try Study(try installation(), console)
      // The exercise that was passed last is meant, rather than the next one, which nobody has begun.
      let name = arguments.positional.first ?? lastPassed(study)?.rawValue
      let exercise = try study.exercise(name)
      let file = exercise.files.solution
      let standing = study.standings[exercise.id]
      guard Files.exists(file) else {
        console.write(
          "The course was installed without solutions, so that there is none of \(exercise.id) to show. Who installed it can add them: "
            + "make install-instructor.\n")
        return .fault
      }
      guard standing.isPassed || standing.gaveUp || arguments.has("give-up") else {
        let text =
          "\(exercise.id) is not passed yet: \(standing.hints) of \(exercise.hints.count) hints are open (`gradus hint`). "
          + "`gradus solution \(exercise.id) --give-up` shows the solution all the same, which your progress remembers."
        console.write(console.style.wrap(text, indent: 0) + "\n")
        return .notPassed
      }
      if !standing.isPassed && !standing.gaveUp { try study.record(.giveUp, exercise) }
      console.write(try Files.text(file))
      return .passed
    }
  }

  private func lastPassed(_ study: Study) -> ExerciseID? {
    if let chosen = study.chosen { return chosen.id }
    return study.standings.exercises.max { ($0.value.passed ?? 0) < ($1.value.passed ?? 0) }?.key
  }
}
