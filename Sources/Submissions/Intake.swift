package import Course
package import Gradebook

/// What submissions hold: whose files they are, which exercises they are for, and what else was found.
package struct Intake: Sendable {
  /// A file to be graded.
  package struct File: Hashable, Sendable {
    /// The student's identifier.
    package var student: String
    /// The exercise.
    package var exercise: ExerciseID
    /// The digest under which the content was kept.
    package var digest: String
    /// When it came, in seconds since 1970; nil where nothing says so.
    package var time: Int?
    /// Whether it was marked as late.
    package var isMarkedLate: Bool
    /// Where it was found.
    package var path: String
  }

  /// What became of a content.
  package enum Acceptance: Hashable, Sendable {
    /// It is kept, under this digest.
    case kept(String)
    /// It can be no submission, for this reason.
    case refused(String)
  }

  /// The students, those of the roster among them, by identifier.
  package var students: [Student] = []
  /// The files, by student and in the order of exercises.
  package var files: [File] = []
  /// What else was found.
  package var findings: [Finding] = []

  /// An intake of nothing.
  package init() {}
}
