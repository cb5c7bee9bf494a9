import Course
import Files
import Grading
import Synchronization
import Testing

@testable import MiniatureCourse

@Suite(.needsGrader) struct `Mutation runs` {
  private static let solution = "\(Graders.fixtures)/miniature/solutions/01-start/variance-gradient.swift"

  @Test func `try every mutant and tell those that no check notices`() throws {
    let run = try MutationRun(Installation(home: Graders.home), firstSlot: 60) { _ in }
    let checks = try #require(miniatureChecks["variance-gradient"])
    let told = Told()
    let explanations = try SurvivorExplanation.parse(Self.explanations, file: "")
    let solution = try Submission(path: Self.solution)
    let report = try run.report("variance-gradient", checks, solution: solution, explanations: explanations) {
      progress in told.steps.withLock { $0.append(progress.done) }
    }
    #expect(told.steps.withLock { $0 } == Array(1...report.made))
    #expect(report.made >= report.compiled)
    #expect(report.compiled >= 20)
    #expect(report.killed + report.survivors.count == report.compiled)
    // The variance holds the squares of the deviations, whatever their sign.
    #expect(report.survivors.allSatisfy { $0.lineText == "let d = x.map { $0 - m }" })
    #expect(report.unexplained.map(\.change) == ["$0 - m -> -($0 - m)", "$0 - m -> m - $0"])
    #expect(report.killRate == Double(report.killed) / Double(report.compiled))
    #expect(report.staleExplanations.map(\.reason) == ["There is no such line."])
  }

  private static let explanations = """
    ## Deviations with the other sign

    ```survivor
    in: moments
    line: let d = x.map { $0 - m }
    from: x.map { $0 - m }
    to: -x.map { $0 - m }
    ```

    The variance holds their squares.

    ## Stale

    ```survivor
    in: moments
    line: none
    from: a
    to: b
    ```

    There is no such line.
    """

  @Test func `say nothing about a solution that fails`() throws {
    let run = try MutationRun(Installation(home: Graders.home), firstSlot: 62) { _ in }
    let wrong = "\(Graders.fixtures)/submissions/variance-gradient/factor-missing.swift"
    let checks = try #require(miniatureChecks["variance-gradient"])
    #expect(throws: GradingFault.self) {
      try run.report("variance-gradient", checks, solution: try Submission(path: wrong), explanations: []) { _ in }
    }
  }

  @Test func `explanations in the course belong to mutants that are made`() throws {
    let run = try MutationRun(Installation(home: Graders.home), firstSlot: 64) { _ in }
    for exercise in try CourseLayout(root: Graders.home).exercises() {
      let explanations = try SurvivorExplanation.load(exercise.files.survivors)
      let solution = try Submission(path: exercise.files.solution)
      #expect(try run.unmatched(explanations, solution: solution) == [], "\(exercise.id)")
    }
  }

  private final class Told: Sendable {
    let steps = Mutex<[Int]>([])
  }
}
