/// What the grader says of one submission for one exercise.
///
/// A value, never a thrown error. Whatever cannot be read as a pass is not a pass.
package struct Verdict: Hashable, Sendable {
  /// The exercise.
  package var exercise: ExerciseID

  /// How the submission came out.
  package var status: Status

  /// The points earned.
  package var score: Double

  /// The points that could be earned.
  package var maxScore: Double

  /// The seed from which all inputs were drawn.
  package var seed: UInt64

  /// The sandbox in which the submission ran.
  package var sandbox: String

  /// What concerns the submission as a whole: why it did not compile or could not be graded, and what to do.
  package var explanation: String?

  /// The checks in their order.
  package var checks: [CheckResult]

  /// The known mistakes that give the submission's numbers; several when each explains a part, or when they are numerically equal.
  package var misconceptions: [NamedMisconception] = []

  /// What the compiler said, and where the program crashed.
  package var diagnostics: [Diagnostic]

  /// What the student's program printed, shortened.
  package var output: String

  /// Makes a verdict.
  package init(
    exercise: ExerciseID, status: Status, score: Double, maxScore: Double, seed: UInt64, sandbox: String,
    explanation: String? = nil, checks: [CheckResult] = [], diagnostics: [Diagnostic] = [], output: String = ""
  ) {
    self.exercise = exercise
    self.status = status
    self.score = score
    self.maxScore = maxScore
    self.seed = seed
    self.sandbox = sandbox
    self.explanation = explanation
    self.checks = checks
    self.diagnostics = diagnostics
    self.output = output
  }

  /// The score as points.
  package var points: Points { Points(earned: score, possible: maxScore) }
}
