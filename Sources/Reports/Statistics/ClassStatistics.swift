package import Course
package import Gradebook

/// Where a class stands with one exercise.
package struct ExerciseStatistics: Hashable, Sendable {
  /// A check, and how many of those whose attempt counts did not pass it.
  package struct Check: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// How many did not pass it.
    package var failed = 0
    /// How many were held against it.
    package var total = 0

    /// Whether it tells nobody from anybody.
    package var saysNothing: Bool { total > 1 && (failed == 0 || failed == total) }
  }

  /// A misconception, and how many students showed it in any attempt.
  package struct Misconception: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// What it is, in one line.
    package var title: String
    /// The lesson to read, perhaps with a section.
    package var lesson: String
    /// How many students.
    package var students = 0
  }

  /// The exercise.
  package var exercise: GradedExercise
  /// How many students have a grade.
  package var graded = 0
  /// How many of them passed every check.
  package var passed = 0
  /// How many handed in something that has no grade.
  package var without = 0
  /// The share of the points that those with a grade missed on average, from 0 to 1; nil if there is none.
  package var difficulty: Double?
  /// How the grades go along with those of all other exercises, from -1 to 1; nil where that cannot be told.
  package var discrimination: Double?
  /// The attempts of a student in the middle; nil if nobody handed in anything.
  package var medianAttempts: Double?
  /// The checks in their order.
  package var checks: [Check] = []
  /// The misconceptions, the most frequent first.
  package var misconceptions: [Misconception] = []

  /// The share of those with a grade who passed; nil if there is none.
  package var passRate: Double? { graded > 0 ? Double(passed) / Double(graded) : nil }
}

/// Where a class stands.
package struct ClassStatistics: Hashable, Sendable {
  /// The exercises in the course's order.
  package private(set) var exercises: [ExerciseStatistics]
  /// The share of all points that each student has, by the order of students; nil of those who handed in nothing.
  package let shares: [Double?]

  /// Computes everything but checks and misconceptions, which are added as verdicts are read.
  package init(_ record: ClassRecord) {
    shares = record.entries.map { entry in
      entry.grades.contains { $0.state == .graded } ? entry.total.fraction : nil
    }
    exercises = record.exercises.enumerated().map { position, exercise in
      let grades = record.entries.map { $0.grades[position] }
      var statistics = ExerciseStatistics(exercise: exercise)
      let graded = grades.indices.filter { grades[$0].state == .graded }
      statistics.graded = graded.count
      statistics.passed = graded.count { grades[$0].attempt?.outcome?.status == .passed }
      statistics.without = grades.count { $0.state == .fault || $0.state == .waiting }
      let own = graded.map { Self.share(grades[$0]) }
      if !own.isEmpty { statistics.difficulty = 1 - own.reduce(0, +) / Double(own.count) }
      statistics.discrimination = Self.correlation(own, graded.map { Self.rest(record.entries[$0].grades, position) })
      statistics.medianAttempts = Self.median(grades.filter { $0.attempts > 0 }.map { Double($0.attempts) })
      return statistics
    }
  }

  /// Counts the checks of a verdict that counts.
  package mutating func add(_ verdict: Verdict) {
    guard let at = exercises.firstIndex(where: { $0.exercise.id == verdict.exercise }) else { return }
    for check in verdict.checks {
      let place: Int
      if let known = exercises[at].checks.firstIndex(where: { $0.name == check.name }) {
        place = known
      } else {
        place = exercises[at].checks.count
        exercises[at].checks.append(ExerciseStatistics.Check(name: check.name))
      }
      exercises[at].checks[place].total += 1
      if check.status != .passed { exercises[at].checks[place].failed += 1 }
    }
  }

  /// Adds how often misconceptions were found.
  package mutating func add(_ found: [MisconceptionCount]) {
    for count in found {
      guard let at = exercises.firstIndex(where: { $0.exercise.id == count.exercise }) else { continue }
      exercises[at].misconceptions.append(
        ExerciseStatistics.Misconception(
          name: count.name, title: count.title, lesson: count.lesson, students: count.students))
    }
  }

  private static func share(_ grade: Grade) -> Double { grade.possible > 0 ? grade.earned / grade.possible : 0 }

  /// The share of the points of all exercises but one.
  private static func rest(_ grades: [Grade], _ position: Int) -> Double {
    let others = grades.indices.filter { $0 != position }.map { grades[$0] }
    let points = others.reduce(Points.none) {
      $0 + Points(earned: $1.earned * $1.weight, possible: $1.possible * $1.weight)
    }
    return points.fraction
  }

  /// Pearson's coefficient; nil for fewer than three pairs or where one side does not vary.
  static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    guard x.count == y.count, x.count >= 3 else { return nil }
    let n = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    let both = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let ownX = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let ownY = y.reduce(0) { $0 + ($1 - meanY) * ($1 - meanY) }
    guard ownX > 1e-12, ownY > 1e-12 else { return nil }
    return both / (ownX * ownY).squareRoot()
  }

  /// The value in the middle, or between the two there; nil of none.
  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
