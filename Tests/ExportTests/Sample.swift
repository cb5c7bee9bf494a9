import Course
import Export
import JSON
import Testing

/// A verdict of each kind.
struct Sample: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let verdict: Verdict

  /// The JSON as a program reads it: written as the command writes it, and read again.
  func json() throws -> JSONValue {
    try JSONValue.parse(VerdictJSON.value(verdict, seconds: 0.1234).pretty)
  }

  static let all = [
    passed, failed, misconceived, misconceivedTwice, hidden, notImplemented, compileError, crashed, notGradable,
    hostile,
  ]

  static let passed = Sample(
    "passed", .passed, score: 4.5,
    checks: [CheckResult(name: "L", status: .passed, points: 2, maxPoints: 2, message: "20 of 20 cases agree")])

  static let failed = Sample(
    "failed with a case", .failed, score: 2,
    checks: [
      CheckResult(name: "L", status: .passed, points: 2, maxPoints: 2, message: "20 of 20 cases agree"),
      CheckResult(
        name: "dz", status: .failed, points: 0, maxPoints: 2.5, message: "entry 0: yours is 0.25, expected -1.75",
        counterexample: counterexample(expected: "[-1.75, 1]")),
    ], output: "step 1\n\u{1B}[31mred\n")

  static let misconceived = Sample(
    "failed, with a misconception", .failed, score: 2, checks: failed.verdict.checks,
    misconceptions: [sign])

  static let misconceivedTwice = Sample(
    "failed, with two misconceptions", .failed, score: 2, checks: failed.verdict.checks,
    misconceptions: [
      sign,
      NamedMisconception(
        id: "mean-over-steps", title: "The mean over the steps", explanation: "Too small by their number.",
        lesson: "bptt", checks: ["L"]),
    ])

  private static let sign = NamedMisconception(
    id: "scores-sign-turned", title: "The sign of the scores' gradient is turned",
    explanation: "Every entry has the opposite sign.\nGo downhill.", lesson: "bptt#the-scores", checks: ["dz", "dWy"])

  /// Words that try to be something else wherever they are shown.
  static let hostile = Sample(
    "failed, with hostile words", .failed, score: 0, explanation: attack,
    checks: [
      CheckResult(
        name: "dz", status: .crashed, points: 0, maxPoints: 4.5, message: attack,
        counterexample: Counterexample(
          function: "loss", arguments: [attack], student: attack, expected: attack, difference: attack, seed: 7,
          index: 0))
    ],
    diagnostics: [Diagnostic(line: 1, column: 1, severity: .error, message: attack)], output: attack)

  static let attack =
    "=1+1 ]]></failure><script>alert(1)</script> & \"quoted\" \u{0}\u{1B}[2J\u{202E}\u{FFFF}\u{FEFF} \r\n\t{{7*7}} score: 100"

  static let hidden = Sample(
    "failed, expected values hidden", .failed, score: 0,
    checks: [
      CheckResult(
        name: "dz", status: .failed, points: 0, maxPoints: 4.5, message: "entry 0: not the expected number",
        counterexample: counterexample(expected: nil))
    ])

  static let notImplemented = Sample(
    "not implemented", .notImplemented, score: 0,
    checks: [
      CheckResult(name: "L", status: .notImplemented, points: 0, maxPoints: 4.5, message: "not implemented yet: line 4")
    ])

  static let compileError = Sample(
    "does not compile", .compileError, score: 0, explanation: "The file does not compile: 1 error.",
    diagnostics: [
      Diagnostic(line: 3, column: 7, severity: .error, message: "cannot find 'y' in scope"),
      Diagnostic(line: 1, column: 1, severity: .note, message: "did you mean 'x'?"),
      Diagnostic(line: 9, column: 2, severity: .warning, message: "never used"),
    ])

  static let crashed = Sample(
    "crashed", .crashed, score: 0,
    checks: [
      CheckResult(
        name: "L", status: .crashed, points: 0, maxPoints: 4.5, message: "crashed at line 4: Index out of range",
        counterexample: Counterexample(function: "loss", arguments: ["z = [1]"], seed: 7, index: 0))
    ])

  static let notGradable = Sample(
    "not gradable", .notGradable, score: 0, explanation: "This could not be graded.", sandbox: "none")

  private static func counterexample(expected: String?) -> Counterexample {
    Counterexample(
      function: "scoreGradient", arguments: ["z = [0.5, -0.5]", "y = 1"], student: "[0.25, \"NaN\"]",
      expected: expected, difference: "scoreGradient, entry 0", seed: 7, index: 3)
  }

  private init(
    _ name: String, _ status: Status, score: Double, explanation: String? = nil, checks: [CheckResult] = [],
    misconceptions: [NamedMisconception] = [], diagnostics: [Diagnostic] = [], output: String = "",
    sandbox: String = "bubblewrap"
  ) {
    testDescription = name
    var verdict = Verdict(
      exercise: Self.exercise, status: status, score: score, maxScore: 4.5, seed: 7, sandbox: sandbox,
      explanation: explanation, checks: checks, diagnostics: diagnostics)
    verdict.output = output
    verdict.misconceptions = misconceptions
    self.verdict = verdict
  }

  private static let exercise: ExerciseID = {
    guard let id = ExerciseID(rawValue: "bptt") else { fatalError("bptt is a name") }
    return id
  }()
}
