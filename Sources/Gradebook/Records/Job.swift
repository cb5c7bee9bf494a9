package import Course

/// Something that is to be graded: a content, for an exercise, with a seed.
package struct Job: Hashable, Sendable {
  /// The digest of the content.
  package var submission: String
  /// The exercise.
  package var exercise: ExerciseID
  /// The seed of the cases.
  package var seed: UInt64

  /// Makes a job.
  package init(submission: String, exercise: ExerciseID, seed: UInt64) {
    self.submission = submission
    self.exercise = exercise
    self.seed = seed
  }
}

/// A job that could not be graded, which is a fault of ours and no grade.
package struct Fault: Hashable, Sendable {
  /// The job.
  package var job: Job
  /// What happened.
  package var message: String
  /// How often it was tried.
  package var tries: Int

  /// The exercise.
  package var exercise: ExerciseID { job.exercise }
}
