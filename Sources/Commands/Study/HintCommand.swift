internal import Course
internal import Markdown
internal import Progress
internal import Terminal

extension Gradus {
  /// `gradus hint`: opens the next hint.
  var hint: Command {
    Command(
      name: "hint", summary: "Shows a hint: of the three, one more each time.",
      positional: ["ID?"],
      options: [.switched("again", "show those that are open already, and open none")],
      example: "gradus hint"
    ) { arguments, console in
      var study = try Study(try installation(), console)
      let exercise = try study.exercise(arguments.positional.first)
      if arguments.has("again") {
        let open = study.standings[exercise.id].hints
        guard open > 0 else {
          console.write("No hint of \(exercise.id) is open yet: `gradus hint`.\n")
          return .passed
        }
        for number in 1...open { console.write(HintText.text(exercise, number, console.style)) }
        return .passed
      }
      console.write(try openHint(exercise, &study, console.style))
      return .passed
    }
  }

  /// Opens the next hint and gives its text; once all are open, the text of all.
  func openHint(_ exercise: Exercise, _ study: inout Study, _ style: TerminalStyle) throws -> String {
    let all = exercise.hints.count
    let open = study.standings[exercise.id].hints
    guard open < all else {
      return "All \(all) hints of \(exercise.id) are open:\n\n"
        + (1...max(all, 1)).map { HintText.text(exercise, $0, style) }.joined(separator: "\n")
    }
    try study.record(.hint(open + 1), exercise)
    return HintText.text(exercise, open + 1, style)
  }
}

/// A hint as it is shown.
enum HintText {
  static func text(_ exercise: Exercise, _ number: Int, _ style: TerminalStyle) -> String {
    guard exercise.hints.indices.contains(number - 1) else { return "" }
    let left = exercise.hints.count - number
    let rest = left == 0 ? "the last" : left == 1 ? "one more to ask for" : "\(left) more to ask for"
    let head = style.paint("Hint \(number) of \(exercise.hints.count)", .heading)
    let body = style.wrap(TerminalText.safe(exercise.hints[number - 1].plainText), indent: 2)
    return "\(head) for \(exercise.id) (\(rest))\n\(body)\n"
  }
}
