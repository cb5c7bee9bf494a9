package import Course

/// What a student gets for an exercise.
package struct Grade: Hashable, Sendable {
  /// Where the grade stands.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// There is a verdict, and it counts.
    case graded
    /// Nothing was handed in.
    case missing
    /// Something was handed in, and was not graded yet.
    case waiting
    /// Something was handed in and could not be graded, which is a fault of ours and no grade.
    case fault
  }

  /// The exercise.
  package var exercise: ExerciseID
  /// Where the grade stands.
  package var state: State
  /// The attempt that counts, if one does.
  package var attempt: Attempt?
  /// How many attempts there are.
  package var attempts: Int
  /// How many days late the attempt that counts is, those begun counted whole.
  package var daysLate = 0
  /// Whether it came so late that it counts nothing.
  package var isCutOff = false
  /// The points before anything is taken off.
  package var earned = 0.0
  /// The points after.
  package var points = 0.0
  /// What full marks are worth.
  package var possible: Double
  /// How much the exercise counts in the sum.
  package var weight: Double
  /// Whether an attempt that might have counted could not be graded.
  package var hasFault = false
}

extension GradingPolicy {
  /// What a student gets for an exercise.
  ///
  /// An attempt without a verdict never counts, and never takes the place of one that does.
  package func grade(_ exercise: GradedExercise, of student: String, _ attempts: [Attempt]) -> Grade {
    let rule = rule(for: exercise.id)
    let possible = rule.points ?? exercise.points
    var grade = Grade(
      exercise: exercise.id, state: .missing, attempts: attempts.count, possible: possible, weight: rule.weight)
    guard !attempts.isEmpty else { return grade }
    grade.hasFault = attempts.contains { $0.fault != nil }
    let due = due(exercise.id, for: student)
    let worth = attempts.compactMap { Worth($0, rule, due: due, possible: possible) }
    guard let counted = choice(rule.attempt, of: worth) else {
      grade.state = grade.hasFault ? .fault : .waiting
      return grade
    }
    grade.state = .graded
    grade.attempt = counted.attempt
    grade.daysLate = counted.daysLate
    grade.isCutOff = counted.isCutOff
    grade.earned = counted.earned
    grade.points = counted.points
    return grade
  }

  private func choice(_ choice: Choice, of worth: [Worth]) -> Worth? {
    // What came too late to count at all does not take the place of what came in time.
    let inTime = worth.filter { !$0.isCutOff }
    let candidates = inTime.isEmpty ? worth : inTime
    switch choice {
    // Of equals the first, so that a later copy changes nothing.
    case .best: return candidates.max { ($0.points, -$0.attempt.id) < ($1.points, -$1.attempt.id) }
    case .last: return candidates.max { $0.order < $1.order }
    }
  }
}

/// What an attempt would bring if it counted.
private struct Worth {
  let attempt: Attempt
  let daysLate: Int
  let isCutOff: Bool
  let earned: Double
  let points: Double

  init?(_ attempt: Attempt, _ rule: GradingPolicy.Rule, due: Int?, possible: Double) {
    guard let outcome = attempt.outcome, outcome.status.isGrade else { return nil }
    self.attempt = attempt
    let late = Self.daysLate(attempt, rule, due)
    daysLate = late
    isCutOff = rule.cutOffDays.map { late > $0 } ?? false
    let share = outcome.maximum > 0 ? outcome.score / outcome.maximum : 0
    earned = Self.rounded(share * possible)
    let kept = isCutOff ? 0 : max(0, 1 - rule.penaltyPerDay * Double(daysLate))
    points = Self.rounded(share * possible * kept)
  }

  /// The place among a student's attempts in time.
  var order: (Int, Int) { (attempt.lastTime ?? .min, attempt.id) }

  private static func daysLate(_ attempt: Attempt, _ rule: GradingPolicy.Rule, _ due: Int?) -> Int {
    guard let due else { return 0 }
    guard let time = attempt.firstTime else { return attempt.isMarkedLate ? 1 : 0 }
    guard time > due + rule.grace else { return 0 }
    return (time - due + 86_399) / 86_400
  }

  /// To hundredths, so that no sum hangs on the last digit of a product.
  private static func rounded(_ points: Double) -> Double { (points * 100).rounded() / 100 }
}
