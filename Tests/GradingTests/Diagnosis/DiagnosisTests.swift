import Course
import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Grading

/// Programs with known mistakes, written unlike the solutions whose edits the mistakes are.
@Suite(.needsGrader) struct `Misconceptions are named by their numbers` {
  private static let miniature = CourseLayout(root: "\(Graders.fixtures)/miniature")

  /// The names that a program with these two functions gets for the exercise `mean`.
  private func named(mean: String, centred: String) throws -> [NamedMisconception] {
    let source = """
      import LinearAlgebra
      func mean(_ x: Vector) -> Double { \(mean) }
      func centred(_ x: Vector) -> Vector { \(centred) }
      """
    return try verdict(source).misconceptions
  }

  private func verdict(_ source: String) throws -> Verdict {
    let id = try ExerciseID("mean")
    let mistakes = KnownMistakes(Self.miniature, try Self.miniature.locate(id))
    return try Graders.withGrader { grader in
      grader.grade(
        Submission(source: source, path: "mean.swift"), for: id, try Graders.checks("mean"), seed: 3, mistakes: mistakes
      )
    }
  }

  private let right = "var s = 0.0; for i in x.indices { s += x[i] }; return s / Double(x.count)"
  private let rightCentred = "let m = mean(x); var d = x; for i in x.indices { d[i] -= m }; return d"

  @Test func `in a loop as in a formula, and once for all the checks that it fails`() throws {
    let named = try named(mean: "var s = 0.0; for e in x { s += e }; return s", centred: rightCentred)
    #expect(named.map(\.id) == ["sum-not-divided"])
    #expect(named.first?.checks.count == 2)
    #expect(named.first?.lesson == "means#the-mean")
    #expect(named.first?.explanation.contains("It is the sum.") == true)
  }

  @Test func `two at once, each in a function of its own`() throws {
    let named = try named(
      mean: "x.elements.reduce(0, +)", centred: "let first = x[0]; return Vector(x.elements.map { $0 - first })")
    #expect(Set(named.map(\.id)) == ["sum-not-divided", "first-entry-taken-away"])
    #expect(named.allSatisfy { $0.checks.count == 1 })
  }

  @Test func `two at once, where one function calls the other`() throws {
    let named = try named(
      mean: "x.elements.reduce(0, +)", centred: "let m = mean(x); return Vector(x.elements.map { m + $0 })")
    #expect(Set(named.map(\.id)) == ["sum-not-divided", "mean-added"])
  }

  @Test func `none for a right function that calls one with an unlisted mistake`() throws {
    // The mean of the centred function is right only because it turns the other's wrong sign.
    let named = try named(mean: "-x.sum / Double(x.count)", centred: "let m = mean(x); return x.map { $0 - m }")
    #expect(named.isEmpty)
  }

  @Test func `one that shows in the cases after a crash`() throws {
    let named = try named(mean: "x.count > 1 ? x.sum : x[x.count]", centred: rightCentred)
    #expect(named.map(\.id) == ["sum-not-divided"])
  }

  @Test(arguments: ["dot(x, x) / Double(x.count)", "x.sum / Double(x.count) + 1e-3", "x[0]", "0", ".nan", "1 / 0"])
  func `none where no listed mistake gives the numbers`(mean: String) throws {
    #expect(try named(mean: mean, centred: "let m = x.sum / Double(x.count); return x.map { $0 - m }").isEmpty)
  }

  @Test func `none where nothing is wrong`() throws {
    #expect(try named(mean: right, centred: rightCentred).isEmpty)
  }

  @Test func `a right function is not accused of what another one does in its place`() throws {
    let named = try named(mean: right, centred: "let s = x.sum; return x.map { $0 - s }")
    #expect(named.map(\.id) == ["sum-not-divided"])
    #expect(named.first?.explanation.contains("look for it in centred itself") == true)
    #expect(
      try verdict(
        "import LinearAlgebra\nfunc mean(_ x: Vector) -> Double { \(right) }\n"
          + "func centred(_ x: Vector) -> Vector { let s = x.sum; return x.map { $0 - s } }"
      ).checks[0].status == .passed)
  }

  @Test func `none for a program that crashes or is not written`() throws {
    #expect(try named(mean: "x[x.count]", centred: "todo()").isEmpty)
  }

  @Test func `the course's own: a sign in other words, an unlisted mistake in silence`() throws {
    let layout = CourseLayout(root: Graders.home)
    let location = try layout.locate(ExerciseID("bias-neutralise"))
    let solution = try String(contentsOfFile: location.files.solution, encoding: .utf8)
    let wrong = solution.replacingOccurrences(of: "func neutralise(", with: "func original(")
    for (body, expected) in [("biasComponent(e, g)", true), ("e - 0.37 * biasComponent(e, g)", false)] {
      let source = wrong + "\nfunc neutralise(_ e: Vector, _ g: Vector) -> Vector { \(body) }\n"
      let verdict = try Graders.withGrader {
        $0.grade(
          Submission(source: source, path: "F"), for: location.id, try Graders.checks("bias-neutralise"), seed: 1,
          mistakes: KnownMistakes(layout, location))
      }
      #expect(verdict.status == .failed)
      #expect(verdict.misconceptions.isEmpty != expected)
    }
  }
}

@Suite(.needsGrader) struct `Compiled wrong programs` {
  private static let miniature = CourseLayout(root: "\(Graders.fixtures)/miniature")

  /// Mistakes whose solution nobody has compiled before.
  private func fresh() throws -> KnownMistakes {
    let location = try Self.miniature.locate(ExerciseID("mean"))
    let solution = try String(contentsOfFile: location.files.solution, encoding: .utf8) + "\n// \(UUID())\n"
    let misconceptions = try Self.miniature.loadMisconceptions(at: location)
    return KnownMistakes(exercise: "mean") { (solution, misconceptions) }
  }

  @Test func `are made once, by one of several that ask at the same time`() throws {
    let mistakes = try fresh()
    let source =
      "import LinearAlgebra\nfunc mean(_ x: Vector) -> Double { x.sum }\n"
      + "func centred(_ x: Vector) -> Vector { x - Vector(repeating: x.sum, count: x.count) }"
    let names = Mutex<[[String]]>([])
    nonisolated(unsafe) let shared = mistakes
    DispatchQueue.concurrentPerform(iterations: 3) { _ in
      let verdict = try? Graders.withGrader { grader in
        grader.grade(
          Submission(source: source, path: "F"), for: try ExerciseID("mean"), try Graders.checks("mean"), seed: 1,
          mistakes: unsafe shared)
      }
      names.withLock { $0.append(verdict?.misconceptions.map(\.id) ?? ["no verdict"]) }
    }
    #expect(names.withLock { $0 } == Array(repeating: ["sum-not-divided"], count: 3))
  }

  @Test func `that cannot be made cost no grade`() throws {
    let location = try Self.miniature.locate(ExerciseID("mean"))
    let misconceptions = try Self.miniature.loadMisconceptions(at: location)
    let mistakes = KnownMistakes(exercise: "mean") { ("func mean() { nothing that compiles", misconceptions) }
    let verdict = try Graders.withGrader {
      $0.grade(
        Submission(
          source: "import LinearAlgebra\nfunc mean(_ x: Vector) -> Double { 0 }\n"
            + "func centred(_ x: Vector) -> Vector { x }", path: "F"),
        for: try ExerciseID("mean"), try Graders.checks("mean"), seed: 1, mistakes: mistakes)
    }
    #expect(verdict.status == .failed)
    #expect(verdict.misconceptions.isEmpty)
  }
}
