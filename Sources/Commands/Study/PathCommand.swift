internal import Course
internal import Progress
internal import Terminal

extension Gradus {
  /// `gradus path`: what needs what, the recommended order and the fast track.
  var path: Command {
    Command(
      name: "path", summary: "Shows the ways through the course: what needs what, in which order, and the fast track.",
      options: [.valued("follow", "recommended|fast", "go this way from now on")],
      discussion: """
        The recommended order has every exercise, those that it builds on before it. The fast track has the exercises that the course marks
        for it, and what they build on. `gradus next ID` takes any exercise.
        """,
      example: "gradus path --follow fast"
    ) { arguments, console in
      var study = try Study(try installation(), console)
      if arguments["follow"] != nil {
        let name = try arguments.choice("follow", of: LearningPath.Way.allCases.map(\.rawValue))
        try study.store.record(.follow, name)
        try study.refresh()
      }
      console.write(pathText(study, console.style))
      return .passed
    }
  }

  private func pathText(_ study: Study, _ style: TerminalStyle) -> String {
    let fast = Set(study.path.fast.map(\.id))
    let width = study.path.recommended.map(\.id.rawValue.count).max() ?? 0
    var text = style.paint("The recommended order", .heading) + "\n"
    for (index, exercise) in study.path.recommended.enumerated() {
      let (mark, role) = Self.mark(study.standings[exercise.id])
      let number = "\(index + 1).".padded(to: 3)
      var line = "  \(number) \(style.paint(mark.padded(to: 8), role)) \(exercise.id.rawValue.padded(to: width))"
      line += fast.contains(exercise.id) ? "  fast track" : fast.isEmpty ? "" : "            "
      if !exercise.prerequisites.isEmpty {
        line += "  builds on \(exercise.prerequisites.map(\.rawValue).joined(separator: ", "))"
      }
      if exercise.id == study.current?.id { line += "  <- now" }
      text += line.trimmingSpaces + "\n"
    }
    let minutes = study.path.fast.reduce(0) { $0 + $1.minutes }
    let all = study.path.recommended.reduce(0) { $0 + $1.minutes }
    text +=
      "\n"
      + style.wrap(
        "You follow the \(study.way == .fast ? "fast track" : "recommended order"). All \(study.path.recommended.count) exercises take "
          + "about \(ExerciseFacts.time(Double(all) * 60)), the \(study.path.fast.count) of the fast track "
          + "\(ExerciseFacts.time(Double(minutes) * 60)). `gradus path --follow fast` and `--follow recommended` choose; "
          + "`gradus next ID` takes any exercise.", indent: 0)
    return text + "\n"
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
