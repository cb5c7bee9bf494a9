package import Course
internal import Files

/// What makes grades of verdicts: when work is due, what lateness costs, which attempt counts, what points are worth.
package struct GradingPolicy: Hashable, Sendable {
  /// Which of several attempts counts.
  package enum Choice: String, Hashable, Sendable, CaseIterable {
    /// The one with the most points.
    case best
    /// The one that came last.
    case last
  }

  /// Whether students get cases of their own.
  package enum Variants: String, Hashable, Sendable, CaseIterable {
    /// Everybody has a seed of their own for each exercise.
    case perStudent = "per-student"
    /// All have the same.
    case same
  }

  /// What holds for an exercise.
  package struct Rule: Hashable, Sendable {
    /// When it is due, in seconds since 1970; nil for never.
    package var due: Int?
    /// How long after it is due nothing is lost, in seconds.
    package var grace = 0
    /// What each day begun after it was due costs, as a share of the points earned.
    package var penaltyPerDay = 0.0
    /// After how many days nothing is taken any more; nil for none.
    package var cutOffDays: Int?
    /// Which attempt counts.
    package var attempt = Choice.best
    /// What full marks are worth; nil for as many points as the checks have.
    package var points: Double?
    /// How much the exercise counts in the sum.
    package var weight = 1.0
    /// The checks of which students see nothing but whether they passed.
    package var hidden: Set<String> = []

    /// Makes a rule of the defaults: no due date, the best attempt counts.
    package init() {}
  }

  /// How a student's due dates differ.
  package enum Extension: Hashable, Sendable {
    /// So many days later.
    case days(Int)
    /// At this moment.
    case until(Int)
  }

  /// The number from which the seeds come.
  package var seed: UInt64 = 1
  /// Whether students get cases of their own.
  package var variants = Variants.perStudent
  /// What holds where nothing else is said.
  package var general = Rule()
  /// What holds for single exercises.
  package var rules: [ExerciseID: Rule] = [:]
  /// The extensions by student; of the empty name for all exercises.
  package var extensions: [String: [String: Extension]] = [:]

  /// Makes the policy of a course that says nothing: no due dates, the best attempt counts.
  package init() {}

  /// What holds for an exercise.
  package func rule(for exercise: ExerciseID) -> Rule { rules[exercise] ?? general }

  /// When an exercise is due for a student; nil for never.
  package func due(_ exercise: ExerciseID, for student: String) -> Int? {
    guard let due = rule(for: exercise).due else { return nil }
    let own = extensions[student]
    switch own?[exercise.rawValue] ?? own?[""] {
    case .days(let days)?: return due + days * 86_400
    case .until(let moment)?: return max(due, moment)
    case nil: return due
    }
  }

  /// The seed of a student's cases for an exercise: below 2^48, so that every program that reads numbers reads it rightly.
  package func seed(for student: String, _ exercise: ExerciseID) -> UInt64 {
    guard variants == .perStudent else { return seed }
    let text = "\(seed)\u{0}\(exercise.rawValue)\u{0}\(student)"
    return Digest(of: text).number >> 16
  }
}
