import Checks
import Course
import Foundation
import Sandbox
import Synchronization
import Testing

@testable import Grading
@testable import MiniatureCourse

/// Graders of this machine, each with a slot of its own, so that tests can grade side by side.
enum Graders {
  /// The checkout that the tests belong to.
  static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The files that tests grade.
  static let fixtures = "\(home)/Tests/Fixtures"

  /// Why nothing can be graded here; nil if it can.
  static let obstacle: String? = {
    do {
      _ = try make(number: 20)
      return nil
    } catch {
      return "\(error)"
    }
  }()

  private static let slots = Mutex(Set(21..<60))

  /// Runs `body` with a grader that nobody else uses meanwhile.
  static func withGrader<Result>(_ body: (Grader) throws -> Result) throws -> Result {
    let number = try #require(slots.withLock { $0.popFirst() })
    defer { slots.withLock { _ = $0.insert(number) } }
    return try body(try make(number: number))
  }

  private static func make(number: Int) throws(GradingFault) -> Grader {
    try Grader.ready(Installation(home: home), number: number) { _ in }
  }

  /// The checks of an exercise of the course or of the miniature course.
  static func checks(_ exercise: String) throws -> ExerciseChecks {
    try #require(courseChecks[exercise]?() ?? miniatureChecks[exercise]?(), "no checks of \(exercise)")
  }

  /// Grades a file for an exercise.
  static func grade(
    _ path: String, for exercise: String, seed: UInt64 = 1, hidesCases: Bool = false, limits: ProgramLimits? = nil
  ) throws -> Verdict {
    try grade(
      Submission(path: path), for: exercise, seed: seed, hidesCases: hidesCases, limits: limits)
  }

  /// Grades a submission for an exercise.
  static func grade(
    _ submission: Submission, for exercise: String, seed: UInt64 = 1, hidesCases: Bool = false,
    limits: ProgramLimits? = nil
  ) throws -> Verdict {
    var checks = try checks(exercise)
    if let limits { checks.limits = limits }
    return try withGrader {
      $0.grade(submission, for: try ExerciseID(exercise), checks, seed: seed, hidesCases: hidesCases)
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests that compile with the real compiler and run what comes out in the real sandbox.
  static var needsGrader: Self {
    .enabled("submissions can be graded on this machine: \(Graders.obstacle ?? "yes")") { Graders.obstacle == nil }
  }
}
