internal import Course
internal import JSON
internal import Terminal

/// `gradus verify --coverage`: which lesson teaches which slide of the lectures.
struct CoverageReport {
  private let coverage: Coverage

  init(_ course: FoundCourse) throws {
    let lectures = try course.layout.lectures()
    guard !lectures.isEmpty else {
      throw UsageError("the course names no lectures: list them in \(course.layout.lecturesFile).")
    }
    coverage = Coverage(course.layout.load(), lectures)
  }

  /// Whether every slide that needs a lesson has one.
  var isComplete: Bool { !coverage.rows.contains(where: \.isMissing) }

  /// The table, a section for each lecture.
  func text(_ style: TerminalStyle) -> String {
    var text = ""
    for (index, row) in coverage.rows.enumerated() {
      if index == 0 || coverage.rows[index - 1].lecture != row.lecture {
        text += "\(text.isEmpty ? "" : "\n")\(style.paint(row.lecture, .heading))\n"
      }
      let topic = row.slide.topic ?? "-"
      let title = TerminalText.safe(row.slide.title)
      let place = row.slide.aside.map { "no lesson: \($0)" } ?? row.lessons.map(\.rawValue).joined(separator: ", ")
      text += "  \(topic.padded(to: 18))  \(title.padded(to: 58))  "
      text += row.isMissing ? style.paint("not taught", .bad) + "\n" : "\(place)\n"
    }
    let missing = coverage.rows.count { $0.isMissing }
    let needed = coverage.rows.count { $0.slide.aside == nil }
    let summary = "\(needed - missing) of \(needed) slides are taught"
    return text + "\n\(style.paint(summary, missing == 0 ? .good : .bad))"
      + (missing == 0 ? "\n" : "; name the others under 'sources' of the lesson that teaches them\n")
  }

  /// The rows for programs.
  var json: JSONValue {
    .array(
      coverage.rows.map { row in
        [
          "lecture": .string(row.lecture), "slide": .string(row.slide.title),
          "topic": row.slide.topic.map { .string($0) } ?? nil, "aside": row.slide.aside.map { .string($0) } ?? nil,
          "lessons": .array(row.lessons.map { .string($0.rawValue) }),
        ]
      })
  }
}
