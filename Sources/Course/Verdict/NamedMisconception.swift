/// A known mistake that gives a submission's numbers.
package struct NamedMisconception: Hashable, Sendable {
  /// The misconception's name in its exercise.
  package var id: String
  /// The mistake in one line.
  package var title: String
  /// What the numbers show and why that is wrong.
  package var explanation: String
  /// The lesson, and perhaps its section, to read: `bptt#the-scores`.
  package var lesson: String
  /// The checks whose numbers it gives.
  package var checks: [String]

  /// Makes a named misconception.
  package init(id: String, title: String, explanation: String, lesson: String, checks: [String]) {
    self.id = id
    self.title = title
    self.explanation = explanation
    self.lesson = lesson
    self.checks = checks
  }
}
