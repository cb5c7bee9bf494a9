internal import Course
internal import Markdown
internal import Progress
internal import Terminal

extension Gradus {
  /// `gradus next`: goes on with the next exercise, or with one that is named.
  var next: Command {
    Command(
      name: "next", summary: "Goes on with the next exercise, or with the one that you name.",
      positional: ["ID?"],
      discussion: """
        Without ID, the next exercise on your way, once the present one is passed; `gradus skip` puts that one off. With ID, that exercise:
        the order is a recommendation.
        """,
      example: "gradus next lstm-gates"
    ) { arguments, console in
      var study = try Study(try installation(), console)
      if arguments.positional.isEmpty, let present = study.chosen, !study.standings[present.id].gaveUp {
        console.write(
          "\(present.id) is not passed yet. `gradus check` checks it, `gradus hint` helps, `gradus skip` puts it off.\n"
        )
        return .notPassed
      }
      let wanted = arguments.positional.isEmpty ? study.following : try study.exercise(arguments.positional.first)
      guard let exercise = wanted else { return try showStatus(console) }
      try study.record(.choose, exercise)
      console.write(openingText(exercise, study, console.style))
      return .passed
    }
  }

  /// What is said of an exercise when it is taken up.
  func openingText(_ exercise: Exercise, _ study: Study, _ style: TerminalStyle) -> String {
    let facts = ExerciseFacts.text(
      exercise, study.standings[exercise.id], points: points(exercise.id))
    var lines = ["\(style.paint(exercise.id.rawValue, .heading))  \(exercise.title)", style.wrap(facts, indent: 2)]
    let missing = study.path.missing(for: exercise, done: study.done)
    if !missing.isEmpty {
      let names = missing.map(\.id.rawValue).joined(separator: " and ")
      lines.append(style.wrap("It builds on \(names), not passed yet.", indent: 2))
    }
    if let first = exercise.statement.blocks.first(where: { !$0.plainText.isEmpty }) {
      lines += ["", TerminalText.safe(first.plainText), ""]
    }
    lines += [
      "  file     \(study.file(of: exercise))", "  task     \(study.statement(of: exercise))",
      "  lesson   \(exercise.lesson), to read with `gradus read`",
    ]
    return lines.map { style.wrap($0, indent: 0) }.joined(separator: "\n") + "\n"
  }

  /// `gradus skip`: puts an exercise off.
  var skip: Command {
    Command(
      name: "skip", summary: "Puts an exercise off; it comes again at the end.",
      positional: ["ID?"],
      example: "gradus skip"
    ) { arguments, console in
      var study = try Study(try installation(), console)
      let exercise = try study.exercise(arguments.positional.first)
      guard !study.standings[exercise.id].isPassed else {
        console.write("\(exercise.id) is passed; there is nothing to put off.\n")
        return .passed
      }
      try study.record(.skip, exercise)
      console.write("\(exercise.id) is put off. `gradus next \(exercise.id)` takes it up again.\n")
      if let following = study.current, following.id != exercise.id {
        console.write("\nNext:\n" + openingText(following, study, console.style))
      } else {
        console.write("There is no other exercise left on your way.\n")
      }
      return .passed
    }
  }
}
