import Course
import Foundation
import Testing
import Wire

@testable import Grading

/// Programs not made from the list of misconceptions: other styles, other helpers, other places for a mistake.
@Suite(.needsGrader) struct `Wrong programs that are not edits of the solutions` {
  @Test(arguments: MistakeFixture.all("listed")) func `get the name of their mistake`(fixture: MistakeFixture) throws {
    try examine(fixture)
  }

  @Test(arguments: MistakeFixture.all("pairs")) func `get the names of both mistakes`(fixture: MistakeFixture) throws {
    #expect(fixture.expected.count == 2)
    try examine(fixture)
  }

  @Test(arguments: MistakeFixture.all("unlisted"))
  func `get no name if the mistake is not in the list`(fixture: MistakeFixture) throws {
    #expect(fixture.expected.isEmpty)
    try examine(fixture)
  }

  @Test(arguments: MistakeFixture.exercises) func `are right before the mistake is made`(exercise: String) throws {
    let source = MistakeFixture.right(exercise)
    let verdict = try Graders.withGrader {
      $0.grade(
        Submission(source: source, path: "right.swift"), for: try ExerciseID(exercise), try Graders.checks(exercise),
        seed: 1)
    }
    #expect(verdict.status == .passed, "\(verdict)")
  }

  @Test func `that are not named are files with a reason`() {
    let all = Set(["listed", "pairs", "unlisted"].flatMap { MistakeFixture.all($0) }.map(\.testDescription))
    #expect(!all.isEmpty)
    #expect(all.isSuperset(of: MistakeFixture.notNamed.keys))
    #expect(MistakeFixture.notNamed.values.allSatisfy { !$0.isEmpty })
  }

  private func examine(_ fixture: MistakeFixture) throws {
    let layout = CourseLayout(root: Graders.home)
    let location = try layout.locate(ExerciseID(fixture.exercise))
    let checks = try Graders.checks(fixture.exercise)
    let verdict = try Graders.withGrader {
      $0.grade(fixture.submission, for: location.id, checks, seed: 1, mistakes: KnownMistakes(layout, location))
    }
    #expect(verdict.status == .failed, "\(verdict)")
    let functions = Dictionary(
      uniqueKeysWithValues: checks.checks.compactMap { check in
        if case .agreement(let agreement) = check.kind { (check.name, agreement.function.name) } else { nil }
      })
    for function in Set(functions.values) {
      let isRight = verdict.checks.allSatisfy { functions[$0.name] != function || $0.status == .passed }
      if fixture.mistaken.contains(function) {
        #expect(!isRight, "\(function) is mistaken")
      } else if !fixture.calling.contains(function) {
        #expect(isRight, "\(function) is right")
      }
    }
    let named = Set(verdict.misconceptions.map(\.id))
    if let reason = fixture.whyNotNamed {
      withKnownIssue("\(reason)") { #expect(named == fixture.expected) }
      #expect(named.isSubset(of: fixture.expected))
    } else {
      #expect(named == fixture.expected)
    }
    for misconception in verdict.misconceptions {
      let words = misconception.explanation.components(separatedBy: "look for it in ")
      guard words.count > 1, let accused = words[1].components(separatedBy: " itself").first else { continue }
      #expect(fixture.mistaken.contains(accused), "\(accused) is right")
    }
  }
}
