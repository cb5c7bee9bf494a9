internal import Course
internal import JSON
internal import Progress
internal import Terminal
internal import Workspace

extension Gradus {
  /// `gradus progress`: the map of topics, with points, attempts and time.
  var progress: Command {
    Command(
      name: "progress", summary: "Shows what you have reached: topics, points, attempts, hints and time.",
      options: [.formatted],
      example: "gradus progress"
    ) { arguments, console in
      let format = try arguments.choice("format", of: ["text", "json"])
      let study = try Study(try installation(), console)
      if format == "json" {
        console.write(progressJSON(study).pretty + "\n")
      } else {
        console.write(progressTable(study, console.style))
      }
      return .passed
    }
  }

  private func progressTable(_ study: Study, _ style: TerminalStyle) -> String {
    let exercises = study.catalogue.exercises
    let width = exercises.map(\.id.rawValue.count).max() ?? 0
    var text = ""
    var topic: Topic?
    for exercise in exercises {
      if exercise.topic != topic {
        let own = exercises.filter { $0.topic == exercise.topic }
        let passed = own.count { study.standings[$0.id].isPassed }
        text += (topic == nil ? "" : "\n") + style.paint(exercise.topic.name, .heading)
        text += "  \(passed) of \(own.count) passed\n"
        topic = exercise.topic
      }
      let standing = study.standings[exercise.id]
      let (mark, role) = Self.mark(standing)
      let head = "  \(style.paint(mark.padded(to: 8), role))  \(exercise.id.rawValue.padded(to: width))"
      text += "\(head)  \(cells(exercise, standing))\n"
    }
    let standings = exercises.map { study.standings[$0.id] }
    let earned = standings.reduce(0) { $0 + $1.best.earned }
    let possible = exercises.reduce(0) { $0 + points($1.id) }
    let attempts = standings.reduce(0) { $0 + $1.attempts }
    let time = ExerciseFacts.time(standings.reduce(0) { $0 + $1.seconds })
    text += "\nin all: \(Points(earned: earned, possible: Double(possible))) points, \(attempts) attempts, \(time)\n"
    return text
  }

  private func cells(_ exercise: Exercise, _ standing: Standing) -> String {
    let points = Points(earned: standing.best.earned, possible: Double(points(exercise.id)))
    var cells = ["\(points)".padded(to: 9)]
    if standing.attempts > 0 {
      cells.append(standing.attempts == 1 ? "1 attempt" : "\(standing.attempts) attempts")
      cells.append(ExerciseFacts.time(standing.seconds))
    }
    if standing.hints > 0 { cells.append(standing.hints == 1 ? "1 hint" : "\(standing.hints) hints") }
    if standing.gaveUp { cells.append("given up") }
    return cells.joined(separator: "  ").trimmingSpaces
  }

  /// How an exercise stands, in one word.
  static func mark(_ standing: Standing) -> (word: String, role: TerminalStyle.Role) {
    if standing.isPassed { return ("passed", .good) }
    if standing.isSkipped { return ("put off", .quiet) }
    if standing.attempts > 0 { return ("begun", .pending) }
    return ("open", .quiet)
  }

  private func progressJSON(_ study: Study) -> JSONValue {
    let exercises: [JSONValue] = study.catalogue.exercises.map { exercise in
      let standing = study.standings[exercise.id]
      return [
        "exercise": .string(exercise.id.rawValue),
        "topic": .string(exercise.topic.name),
        "passed": .boolean(standing.isPassed),
        "status": standing.lastStatus.map { .string($0.rawValue) } ?? nil,
        "points": .number(standing.best.earned),
        "max_points": .integer(points(exercise.id)),
        "attempts": .integer(standing.attempts),
        "hints": .integer(standing.hints),
        "skipped": .boolean(standing.isSkipped),
        "gave_up": .boolean(standing.gaveUp),
        "seconds": .integer(Int(standing.seconds.rounded())),
      ]
    }
    return [
      "workspace": .string(study.workspace.root),
      "way": .string(study.way.rawValue),
      "current": study.current.map { .string($0.id.rawValue) } ?? nil,
      "exercises": .array(exercises),
    ]
  }
}
