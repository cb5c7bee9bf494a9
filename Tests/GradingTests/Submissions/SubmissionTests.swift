import Course
import Terminal
import Testing
import Wire

@testable import Grading

@Suite(.needsGrader) struct `Submissions get the verdicts that they name` {
  @Test(arguments: SubmissionFixture.all("bptt"))
  func `for backpropagation through time`(fixture: SubmissionFixture) throws { try holds(fixture) }

  @Test(arguments: SubmissionFixture.all("mean"))
  func `hostile and odd ones`(fixture: SubmissionFixture) throws { try holds(fixture) }

  @Test(arguments: SubmissionFixture.all("variance-gradient"))
  func `for another gradient`(fixture: SubmissionFixture) throws { try holds(fixture) }

  /// Grades a fixture and holds the verdict against its head.
  private func holds(_ fixture: SubmissionFixture) throws {
    let checks = try Graders.checks(fixture.exercise)
    let verdict = try Graders.grade(fixture.path, for: fixture.exercise, limits: fixture.limits)
    let report = VerdictText(verdict, path: "F", style: TerminalStyle(usesColour: false, width: 10_000)).text
    #expect(verdict.status.rawValue == fixture.status, "\(report)")
    for words in fixture.says { #expect(report.contains(words), "must say '\(words)':\n\(report)") }
    for words in fixture.neverSays { #expect(!report.contains(words), "must not say '\(words)':\n\(report)") }
    #expect(verdict.sandbox == "bubblewrap")
    #expect(verdict.maxScore == Double(checks.maximumPoints))

    // A submission that cannot be run has no checks and no points.
    guard !verdict.checks.isEmpty else {
      #expect(verdict.score == 0)
      #expect(fixture.fails.isEmpty)
      #expect(verdict.explanation != nil)
      return
    }
    // Each check that is not named passes with all its points: what goes wrong in one costs no other.
    var score = 0
    for (result, check) in zip(verdict.checks, checks.checks) {
      let function = check.functions[0].name
      let status = fixture.fails[function] ?? "passed"
      #expect(result.status.rawValue == status, "\(function): \(result.message)")
      #expect(result.points == (status == "passed" ? Double(check.points) : 0))
      if status == "passed" { score += check.points }
    }
    #expect(verdict.checks.map(\.name) == checks.checks.map(\.name))
    #expect(verdict.score == Double(score))
    #expect((verdict.status == .passed) == (score == checks.maximumPoints))
  }
}
