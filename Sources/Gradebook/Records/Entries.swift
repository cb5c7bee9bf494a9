package import Course

/// A student as the roster, or the submission, names them.
package struct Student: Hashable, Sendable {
  /// The identifier by which everything of theirs is found.
  package var id: String
  /// The name; empty where it is not known.
  package var name = ""
  /// The section of the class; empty where there is none.
  package var section = ""
  /// The address of mail; empty where it is not known.
  package var email = ""
  /// Whether they stand on a roster.
  package var isListed = false

  /// Makes a student.
  package init(id: String, name: String = "", section: String = "", email: String = "", isListed: Bool = false) {
    self.id = id
    self.name = name
    self.section = section
    self.email = email
    self.isListed = isListed
  }

  /// The name, or the identifier where there is none.
  package var title: String { name.isEmpty ? id : name }
}

/// An exercise as the gradebook knows it.
package struct GradedExercise: Hashable, Sendable {
  /// The exercise.
  package var id: ExerciseID
  /// The title.
  package var title: String
  /// The lesson it belongs to.
  package var lesson: String
  /// What a right solution gets.
  package var points: Double
  /// What tells its present grader from others.
  package var graderKey: String
  /// The grader's version, for people.
  package var graderVersion: String

  /// Makes an exercise.
  package init(
    id: ExerciseID, title: String, lesson: String, points: Double, graderKey: String, graderVersion: String
  ) {
    self.id = id
    self.title = title
    self.lesson = lesson
    self.points = points
    self.graderKey = graderKey
    self.graderVersion = graderVersion
  }
}

/// A file that a student handed in for an exercise.
package struct HandIn: Hashable, Sendable {
  /// The student's identifier.
  package var student: String
  /// The exercise.
  package var exercise: ExerciseID
  /// The digest of the content.
  package var submission: String
  /// When it came, in seconds since 1970; nil where that is not known.
  package var time: Int?
  /// Whether the system that it comes from marked it as late.
  package var isMarkedLate: Bool
  /// Where it was found, for people.
  package var path: String
  /// The seed of its cases.
  package var seed: UInt64

  /// Makes a record of a file.
  package init(
    student: String, exercise: ExerciseID, submission: String, time: Int?, isMarkedLate: Bool, path: String,
    seed: UInt64
  ) {
    self.student = student
    self.exercise = exercise
    self.submission = submission
    self.time = time
    self.isMarkedLate = isMarkedLate
    self.path = path
    self.seed = seed
  }
}
