internal import Course
internal import Markdown
internal import Progress
internal import Terminal

/// What is said when an exercise was passed: a word of joy, what to compare, and what comes next.
struct PassageText {
  private let passage: Passage
  private let study: Study
  private let points: (ExerciseID) -> Int
  private let reading: ReadingText
  private var style: TerminalStyle { reading.style }

  init(_ passage: Passage, _ study: Study, points: @escaping (ExerciseID) -> Int, reading: ReadingText) {
    self.passage = passage
    self.study = study
    self.points = points
    self.reading = reading
  }

  /// The whole text, ending in a line feed.
  var text: String {
    guard passage.isFirst else { return following }
    return [joy, afterwards, following].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var joy: String {
    let standing = study.standings[passage.exercise.id]
    let exercises = study.catalogue.exercises
    let passed = exercises.count { study.standings[$0.id].isPassed }
    let tries = standing.attempts == 1 ? "at the first attempt" : "after \(standing.attempts) attempts"
    let head = style.paint("Well done: \(passage.exercise.title).", .good)
    return "\(head)\n"
      + style.wrap(
        "Passed \(tries), \(ExerciseFacts.time(standing.seconds)). That makes \(passed) of \(exercises.count).",
        indent: 0) + "\n"
  }

  private var afterwards: String {
    guard let blocks = try? study.course.layout.loadAfterwards(at: passage.exercise.location), !blocks.isEmpty else {
      return ""
    }
    let head = style.paint("To compare with yours", .heading)
    return "\(head)\n\(reading.passage(blocks, indent: 2))"
  }

  private var following: String {
    guard let next = study.current else {
      return "That was the last exercise on your way. `gradus progress` looks back.\n"
    }
    let facts = ExerciseFacts.text(next, study.standings[next.id], points: points(next.id))
    return """
      Next: \(style.paint(next.id.rawValue, .heading))  \(next.title)
      \(style.wrap(facts, indent: 2))
        file     \(study.file(of: next))
        task     \(study.statement(of: next))

      """
  }
}
