package import Course
package import JSON

/// A verdict as JSON: the fields that Documentation/check.schema.json describes, in that order.
package enum VerdictJSON {
  /// The JSON of a verdict that took `seconds` to find.
  package static func value(_ verdict: Verdict, seconds: Double) -> JSONValue {
    [
      "exercise": .string(verdict.exercise.rawValue),
      "status": .string(verdict.status.rawValue),
      "score": points(verdict.score),
      "max_score": points(verdict.maxScore),
      "seed": .integer(Int(truncatingIfNeeded: verdict.seed)),
      "sandbox": .string(verdict.sandbox),
      "seconds": .number((seconds * 1000).rounded() / 1000),
      "message": .string(verdict.explanation ?? ""),
      "checks": .array(verdict.checks.map(check)),
      "misconception": verdict.misconceptions.first.map(misconception) ?? nil,
      "misconceptions": .array(verdict.misconceptions.map(misconception)),
      "diagnostics": .array(verdict.diagnostics.map(diagnostic)),
      "output": .string(verdict.output),
    ]
  }

  private static func check(_ check: CheckResult) -> JSONValue {
    [
      "name": .string(check.name),
      "status": .string(check.status.rawValue),
      "points": points(check.points),
      "max_points": points(check.maxPoints),
      "message": .string(check.message),
      "case": check.counterexample.map(counterexample) ?? nil,
    ]
  }

  private static func counterexample(_ example: Counterexample) -> JSONValue {
    [
      "function": .string(example.function),
      "arguments": .array(example.arguments.map { .string($0) }),
      "student": example.student.map { .string($0) } ?? nil,
      "expected": example.expected.map { .string($0) } ?? nil,
      "difference": example.difference.map { .string($0) } ?? nil,
      "index": .integer(example.index),
    ]
  }

  private static func misconception(_ misconception: NamedMisconception) -> JSONValue {
    [
      "id": .string(misconception.id),
      "title": .string(misconception.title),
      "explanation": .string(misconception.explanation),
      "lesson": .string(misconception.lesson),
      "checks": .array(misconception.checks.map { .string($0) }),
    ]
  }

  private static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
    [
      "line": .integer(diagnostic.line),
      "column": .integer(diagnostic.column),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
    ]
  }

  private static func points(_ points: Double) -> JSONValue {
    points == points.rounded() ? .integer(Int(points)) : .number(points)
  }
}
