import Course
import Terminal
import Testing

@Suite struct `Verdicts as text` {
  private func verdict(_ status: Status, score: Double, _ change: (inout Verdict) -> Void) throws -> Verdict {
    var verdict = Verdict(
      exercise: try ExerciseID("bptt"), status: status, score: score, maxScore: 5, seed: 7, sandbox: "bubblewrap")
    change(&verdict)
    return verdict
  }

  private func wrong() throws -> Verdict {
    try verdict(.failed, score: 3) {
      $0.checks = [
        CheckResult(
          name: "L = -sum_t log softmax(z_t)[y_t]", status: .passed, points: 3, maxPoints: 3, message: "20 of 20"),
        CheckResult(
          name: "dz_t = softmax(z_t) - one-hot(y_t)", status: .failed, points: 0, maxPoints: 2,
          message:
            "scoreGradient, entry 0: yours is -0.7310585786300049, expected 0.7310585786300049 (absolute error 1.46, "
            + "relative error 1.46)\nPattern: every entry has the opposite sign.\n22 of 24 cases fail; this is the smallest.",
          counterexample: Counterexample(
            function: "scoreGradient", arguments: ["z = [0.5, -0.5]", "y = 1"],
            student: "[-0.7310585786300049, 0.7310585786300049]", expected: "[0.7310585786300049, -0.7310585786300049]",
            difference: "entry 0", seed: 7, index: 0)),
      ]
      $0.diagnostics = [Diagnostic(line: 12, column: 7, severity: .warning, message: "'unused' was never used")]
    }
  }

  private func crashed() throws -> Verdict {
    try verdict(.crashed, score: 0.5) {
      $0.checks = [
        CheckResult(
          name: "the whole backward pass", status: .crashed, points: 0, maxPoints: 4.5,
          message: "bptt crashed at line 68: cannot add vectors of 2 and 3 entries\n  68 | return fromAbove + dz",
          counterexample: Counterexample(function: "bptt", arguments: ["x = [[1]]"], seed: 7, index: 3)),
        CheckResult(
          name: "the rest", status: .notImplemented, points: 0.5, maxPoints: 0.5, message: "not implemented yet: line 9"
        ),
      ]
      $0.output = "hello\n\u{1B}[2Jcleared\n"
    }
  }

  private func passed() throws -> Verdict {
    try verdict(.passed, score: 5) {
      $0.checks = [
        CheckResult(name: "everything", status: .passed, points: 5, maxPoints: 5, message: "20 of 20 cases agree")
      ]
    }
  }

  private func text(_ verdict: Verdict, colour: Bool = false, path: String = "bptt.swift") -> String {
    VerdictText(verdict, path: path, style: TerminalStyle(usesColour: colour, width: 80)).text
  }

  @Test func `of a wrong file`() throws { try expectSnapshot(text(try wrong()), "wrong") }

  @Test func `of a crashed file`() throws { try expectSnapshot(text(try crashed()), "crashed") }

  @Test func `of a right file`() throws { try expectSnapshot(text(try passed()), "passed") }

  @Test func `of a wrong file in colour`() throws {
    let coloured = text(try wrong(), colour: true)
    try expectSnapshot(coloured.replacing("\u{1B}", with: "ESC"), "wrong-in-colour")
    // The colours are all that is different.
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == text(try wrong()))
  }

  @Test func `that are no grade give no points`() throws {
    let verdict = try verdict(.notGradable, score: 0) {
      $0.explanation = "This could not be graded: \u{1B}[31mno compiler"
    }
    let text = text(verdict)
    #expect(text.contains("not gradable: no grade"))
    #expect(!text.contains("points"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `never let a path or a message steer the terminal`() throws {
    var verdict = try wrong()
    verdict.diagnostics[0].message = "\u{1B}]0;title\u{7}"
    verdict.checks[1].message = "\u{202E}reversed"
    verdict.checks[1].counterexample?.student = "\u{1B}c"
    let text = text(verdict, path: "evil\u{1B}[2J.swift")
    for scalar in ["\u{1B}", "\u{7}", "\u{202E}"] { #expect(!text.contains(scalar)) }
  }

  @Test func `leave out the middle of what a program printed without end`() throws {
    let flood = try verdict(.outputLimit, score: 0) { $0.output = (1...700).map { "line \($0)\n" }.joined() }
    for isBrief in [false, true] {
      let text = VerdictText(flood, path: "a.swift", style: .plain, isBrief: isBrief).text
      #expect(text.split(separator: "\n").count < 30)
      #expect(text.contains("| line 12\n  | ... (680 lines left out)\n  | line 693\n") && text.contains("| line 700\n"))
    }
  }
}
