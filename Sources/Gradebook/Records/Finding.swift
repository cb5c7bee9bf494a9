package import Course

/// Something found among submissions that is no file to grade, or not plainly one.
package struct Finding: Hashable, Sendable {
  /// What was found.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It belongs to nobody on the roster.
    case unmatched
    /// There is more than one file for an exercise.
    case duplicate
    /// Nothing in it is named like an exercise.
    case empty
    /// It cannot be read, or used.
    case unreadable
    /// Somebody on the roster handed in nothing.
    case missing
    /// A file that is for no exercise.
    case ignored
  }

  /// What was found.
  package var kind: Kind
  /// The student or the path that it is about.
  package var subject: String
  /// What there is to know, in a sentence.
  package var message: String

  /// Makes a finding.
  package init(_ kind: Kind, _ subject: String, _ message: String) {
    self.kind = kind
    self.subject = subject
    self.message = message
  }
}

/// How many students showed a misconception.
package struct MisconceptionCount: Hashable, Sendable {
  /// The exercise.
  package var exercise: ExerciseID
  /// The misconception's name.
  package var name: String
  /// What it is, in one line.
  package var title: String
  /// The lesson to read, perhaps with a section.
  package var lesson: String
  /// How many students showed it, in any attempt.
  package var students: Int
}
