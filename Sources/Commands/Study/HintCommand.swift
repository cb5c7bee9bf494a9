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
      if !arguments.has("again") {
        console.write(
          HintText.text(exercise, try openHint(exercise, &study), reading(study.course.layout, console.readingStyle)))
      } else if study.standings[exercise.id].hints == 0 {
        console.write("No hint of \(exercise.id) is open yet: `gradus hint`.\n")
      } else {
        let open = (1...study.standings[exercise.id].hints).map {
          HintText.text(exercise, .one($0), reading(study.course.layout, console.readingStyle))
        }
        console.write(open.joined(separator: "\n"))
      }
      return .passed
    }
  }

  /// Opens the next hint and says which it is.
  func openHint(_ exercise: Exercise, _ study: inout Study) throws -> HintText.Choice {
    let open = study.standings[exercise.id].hints
    guard open < exercise.hints.count else { return .all }
    try study.record(.hint(open + 1), exercise)
    return .one(open + 1)
  }
}

/// Hints as they are shown.
enum HintText {
  /// Which hints.
  enum Choice: Hashable {
    case one(Int)
    case all
  }

  static func text(_ exercise: Exercise, _ choice: Choice, _ reading: ReadingText) -> String {
    switch choice {
    case .one(let number): return text(exercise, number, reading)
    case .all:
      let all = exercise.hints.indices.map { text(exercise, $0 + 1, reading) }
      return "All \(all.count) hints of \(exercise.id) are open:\n\n" + all.joined(separator: "\n")
    }
  }

  private static func text(_ exercise: Exercise, _ number: Int, _ reading: ReadingText) -> String {
    guard exercise.hints.indices.contains(number - 1) else { return "" }
    let left = exercise.hints.count - number
    let rest = left == 0 ? "the last" : left == 1 ? "one more to ask for" : "\(left) more to ask for"
    let head = reading.style.paint("Hint \(number) of \(exercise.hints.count)", .heading)
    let body = reading.passage(exercise.hints[number - 1], indent: 2)
    return "\(head) for \(exercise.id) (\(rest))\n\(body)"
  }
}
