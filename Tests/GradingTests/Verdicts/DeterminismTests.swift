import Course
import Export
import Foundation
import JSON
import Terminal
import Testing

@testable import Grading

@Suite(.needsGrader) struct `Verdicts are the same every time` {
  /// Files whose verdicts hold numbers, crashes, prints and patterns.
  static let files = [
    ("bptt", "wrong-sign"), ("bptt", "wrong-forward"), ("bptt", "vector-lengths"), ("bptt", "answers-recorded"),
    ("mean", "prints"), ("mean", "hostile/crashed/19-exit-zero"), ("mean", "hostile/protocol-error/22-garbage"),
    ("variance-gradient", "factor-missing"),
  ]

  @Test(arguments: files)
  func `for the same file and seed, one after the other and side by side`(exercise: String, name: String) async throws {
    let folder = name.hasPrefix("hostile/") ? Graders.fixtures : "\(Graders.fixtures)/submissions/\(exercise)"
    let path = "\(folder)/\(name).swift"
    let first = try Graders.grade(path, for: exercise, seed: 11)
    #expect(try Graders.grade(path, for: exercise, seed: 11) == first)
    async let left = Graders.grade(path, for: exercise, seed: 11)
    async let right = Graders.grade(path, for: exercise, seed: 11)
    let both = try await [left, right]
    #expect(both == [first, first])
    #expect(first.status != .notGradable)
  }

  @Test func `and other seeds draw other inputs`() throws {
    let path = "\(Graders.fixtures)/submissions/bptt/wrong-sign.swift"
    let verdicts = try [1, 2, 3].map { try Graders.grade(path, for: "bptt", seed: $0) }
    let examples = verdicts.map { $0.checks.compactMap(\.counterexample?.arguments) }
    #expect(Set(examples).count == 3)
    #expect(Set(verdicts.map(\.score)).count == 1)
    #expect(verdicts.map(\.seed) == [1, 2, 3])
  }

  @Test(arguments: [0, .max] as [UInt64])
  func `for the extreme seeds as well`(seed: UInt64) throws {
    let right = try Graders.grade("\(Graders.fixtures)/submissions/bptt/right.swift", for: "bptt", seed: seed)
    #expect(right.status == .passed)
  }
}

@Suite(.needsGrader) struct `Hidden verdicts` {
  @Test(arguments: [
    "wrong-state", "transpose-missing", "wrong-sign", "not-a-number", "infinite", "wrong-count", "wrong-shape",
    "transposed-shape", "wrong-forward",
  ])
  func `show neither inputs nor values, in text or JSON`(name: String) throws {
    let path = "\(Graders.fixtures)/submissions/bptt/\(name).swift"
    let open = try Graders.grade(path, for: "bptt")
    let hidden = try Graders.grade(path, for: "bptt", hidesCases: true)
    #expect(hidden.score == open.score)
    #expect(hidden.checks.map(\.status) == open.checks.map(\.status))
    #expect(hidden.checks.allSatisfy { $0.counterexample == nil })
    let shown = [
      VerdictText(hidden, path: "F", style: TerminalStyle(usesColour: true, width: 80)).text,
      VerdictJSON.value(hidden, seconds: 0).pretty,
    ]
    // Every number of some length in an input or a value.
    var secrets: Set<Substring> = []
    for example in open.checks.compactMap(\.counterexample) {
      let parts = example.arguments + [example.student, example.expected, example.difference].compactMap { $0 }
      secrets.formUnion(numbers(parts.joined(separator: " ")).filter { $0.count > 6 })
    }
    #expect(!secrets.isEmpty)
    for secret in secrets {
      for text in shown { #expect(!text.contains(secret), "\(secret) is shown") }
    }
    for word in ["absolute error", "relative error", "cases fail", "expected 0"] {
      for text in shown { #expect(!text.contains(word)) }
    }
  }

  @Test func `show nothing that the program printed`() throws {
    let hostile = ["output-limit/34-output-flood", "passed/41-prints-escapes"].map { "hostile/\($0)" }
    for name in ["submissions/mean/prints"] + hostile {
      let path = "\(Graders.fixtures)/\(name).swift"
      let hidden = try Graders.grade(path, for: "mean", hidesCases: true)
      #expect(hidden.output == "")
      for word in ["the mean is", "round and round", "cleared"] {
        #expect(!VerdictJSON.value(hidden, seconds: 0).pretty.contains(word))
      }
    }
  }

  /// The numbers in a text, as they are written, without their signs.
  private func numbers(_ text: String) -> Set<Substring> {
    Set(text.split { !"0123456789.e".contains($0) })
  }
}
