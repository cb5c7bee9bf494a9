import Course
import Foundation
import Testing

@testable import Grading

/// A file that computes the right thing in a way that loses it.
struct NumericalFixture: CustomTestStringConvertible {
  let exercise: String
  let path: String

  var testDescription: String { "\(exercise), \(path)" }

  /// The files in the folders of this name beside the alternatives of every exercise.
  static func all(_ kind: String) -> [NumericalFixture] {
    let base = "\(Graders.fixtures)/alternatives"
    let exercises = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    return exercises.sorted().flatMap { exercise -> [NumericalFixture] in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(base)/\(exercise)/\(kind)")) ?? []
      return files.sorted().map { NumericalFixture(exercise: exercise, path: "\(base)/\(exercise)/\(kind)/\($0)") }
    }
  }

  /// The verdicts for a few seeds.
  func verdicts() throws -> [Verdict] {
    let id = try ExerciseID(exercise)
    return try Graders.withGrader {
      $0.grade(try Submission(path: path), for: id, try Graders.checks(exercise), seeds: 1...5)
    }
  }
}

@Suite(.needsGrader) struct `Numerical trouble` {
  @Test func `has examples for every exercise`() {
    for kind in ["unstable", "less-accurate"] {
      #expect(Set(NumericalFixture.all(kind).map(\.exercise)).count >= 6)
    }
  }

  @Test(arguments: NumericalFixture.all("unstable"))
  func `of a formula that overflows or cancels never passes, and is called by its name`(
    fixture: NumericalFixture
  ) throws {
    let verdicts = try fixture.verdicts()
    #expect(verdicts.allSatisfy { $0.status == .failed })
    let messages = verdicts.flatMap(\.checks).map(\.message)
    #expect(messages.contains { $0.contains("numerically unstable") || $0.contains("numerical instability") })
  }

  @Test(arguments: NumericalFixture.all("less-accurate"))
  func `of lost digits fails, and no pattern or cause is made up`(fixture: NumericalFixture) throws {
    for verdict in try fixture.verdicts() {
      #expect(verdict.status == .failed)
      for check in verdict.checks where check.message.contains("Close, but not accurate enough") {
        #expect(!check.message.contains("Pattern:") && !check.message.contains("Cause:"))
      }
    }
  }

  @Test func `of a size that a check allows passes`() throws {
    let id = try ExerciseID("mean")
    let source = """
      import LinearAlgebra
      func mean(_ x: Vector) -> Double { x.sum / Double(x.count) + 1e-8 }
      func centred(_ x: Vector) -> Vector { let m = mean(x); return x.map { $0 - m } }
      """
    let strict = try Graders.checks("mean")
    let lenient = ExerciseChecks("mean", strict.checks.map { $0.within(Tolerance(1e-6)) })
    try Graders.withGrader { grader in
      let submission = Submission(source: source, path: "F")
      #expect(grader.grade(submission, for: id, strict, seed: 1).status == .failed)
      #expect(grader.grade(submission, for: id, lenient, seed: 1).status == .passed)
    }
  }
}
