package import Course

/// What a student handed in for an exercise, and how it came out.
package struct Attempt: Hashable, Sendable {
  /// The number, in the order in which attempts came into the gradebook.
  package var id: Int
  /// The student's identifier.
  package var student: String
  /// The exercise.
  package var exercise: ExerciseID
  /// The digest of the content.
  package var submission: String
  /// When this content first came, in seconds since 1970.
  package var firstTime: Int?
  /// When this content last came.
  package var lastTime: Int?
  /// Whether it was marked as late.
  package var isMarkedLate: Bool
  /// Where it was found, for people.
  package var path: String
  /// The seed of its cases.
  package var seed: UInt64
  /// How it came out; nil while it has no verdict.
  package var outcome: Outcome?
  /// Why it could not be graded by its exercise's present grader; nil unless it was tried.
  package var fault: String?

  /// How an attempt came out, in short.
  package struct Outcome: Hashable, Sendable {
    /// The verdict's number.
    package var verdict: Int
    /// How it came out.
    package var status: Status
    /// The points of the checks.
    package var score: Double
    /// What a right solution gets.
    package var maximum: Double
    /// The sandbox in which it ran.
    package var sandbox: String
    /// The seed of the cases, which differs from the attempt's where the verdict is of another time.
    package var seed: UInt64
    /// The version of the grader.
    package var grader: String
    /// The names of the misconceptions found.
    package var misconceptions: [String]

    /// Makes an outcome.
    package init(
      verdict: Int, status: Status, score: Double, maximum: Double, sandbox: String = "", seed: UInt64 = 1,
      grader: String = "", misconceptions: [String] = []
    ) {
      self.verdict = verdict
      self.status = status
      self.score = score
      self.maximum = maximum
      self.sandbox = sandbox
      self.seed = seed
      self.grader = grader
      self.misconceptions = misconceptions
    }
  }

  /// Makes an attempt.
  package init(
    id: Int, student: String, exercise: ExerciseID, submission: String, firstTime: Int?, lastTime: Int?,
    isMarkedLate: Bool = false, path: String = "", seed: UInt64 = 1, outcome: Outcome? = nil, fault: String? = nil
  ) {
    self.id = id
    self.student = student
    self.exercise = exercise
    self.submission = submission
    self.firstTime = firstTime
    self.lastTime = lastTime
    self.isMarkedLate = isMarkedLate
    self.path = path
    self.seed = seed
    self.outcome = outcome
    self.fault = fault
  }
}
