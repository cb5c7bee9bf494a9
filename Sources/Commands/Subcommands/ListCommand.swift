internal import Course
internal import Grading
internal import JSON
internal import Terminal

extension Gradus {
  /// `gradus list`: the exercises, topic by topic.
  var list: Command {
    Command(
      name: "list", summary: "Lists the exercises of the course.",
      options: [.formatted],
      example: "gradus list"
    ) { arguments, console in
      let format = try arguments.choice("format", of: ["text", "json"])
      let catalogue = FoundCourse.find(try installation()).layout.load()
      if format == "json" {
        console.write(JSONValue.array(catalogue.exercises.map(entry)).pretty + "\n")
      } else {
        console.write(table(catalogue, console.style))
      }
      for problem in catalogue.problems { console.fail("\(problem)") }
      return catalogue.problems.isEmpty ? .passed : .fault
    }
  }

  private func entry(_ exercise: Exercise) -> JSONValue {
    [
      "id": .string(exercise.id.rawValue),
      "title": .string(exercise.title),
      "topic": .string(exercise.topic.name),
      "points": .integer(checks(exercise.id)?.maximumPoints ?? 0),
      "difficulty": .integer(exercise.difficulty),
      "minutes": .integer(exercise.minutes),
      "lesson": .string(exercise.lesson.rawValue),
      "starter": .string(exercise.files.starter),
    ]
  }

  private func table(_ catalogue: Catalogue, _ style: TerminalStyle) -> String {
    let width = catalogue.exercises.map(\.id.rawValue.count).max() ?? 0
    var text = ""
    var topic: Topic?
    for exercise in catalogue.exercises {
      if exercise.topic != topic {
        text += (topic == nil ? "" : "\n") + style.paint(exercise.topic.name, .heading) + "\n"
        topic = exercise.topic
      }
      let name = exercise.id.rawValue.padded(to: width)
      let points = "\(checks(exercise.id)?.maximumPoints ?? 0) points"
      text += "  \(name)  \(exercise.title)\n"
      let facts = "\(points), difficulty \(exercise.difficulty) of 3, about \(exercise.minutes) minutes"
      text += "  \("".padded(to: width))  \(style.paint(facts, .quiet))\n"
    }
    return text + "\nRead one: its .md file; grade one: gradus check ID\n"
  }
}

extension String {
  /// The text with spaces behind it up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
