internal import Course
package import JSON
internal import Terminal

/// What an autograder tells Gradescope: the content of `results.json`.
///
/// Source: Gradescope's autograder specifications. A file that could not be graded gets no score, which Gradescope shows as a failure of the
/// autograder and never as a grade.
package enum GradescopeResults {
  /// The results of the files of one submission.
  ///
  /// - Parameter notes: what else there is to say of it, a line each.
  package static func value(_ files: [GradedFile], notes: [String] = [], version: String) -> JSONValue {
    let seconds = files.reduce(0) { $0 + $1.seconds }
    let summaries = files.map { file in
      let verdict = file.verdict
      let words = file.summary
      return "\(verdict.exercise): \(verdict.status.rawValue), \(verdict.points)"
        + (words.isEmpty ? "" : "\n\n\(words)")
    }
    var members: [(key: String, value: JSONValue)] = []
    if files.allSatisfy(\.isGraded) {
      members.append(("score", .points(files.reduce(0) { $0 + $1.verdict.score })))
    }
    members += [
      ("execution_time", .milliseconds(seconds)),
      ("output", .string((summaries + notes.map { TerminalText.safe($0) }).joined(separator: "\n\n"))),
      ("output_format", "text"),
      ("test_output_format", "text"),
      ("test_name_format", "text"),
      ("visibility", "visible"),
      ("stdout_visibility", "hidden"),
      ("extra_data", ["gradus": .string(version), "exercises": .array(files.map(extra))]),
    ]
    if files.allSatisfy(\.isGraded) {
      members.append(("tests", .array(files.enumerated().flatMap { tests($1, number: $0 + 1, of: files.count) })))
    }
    return .object(members.map { JSONValue.Member($0.key, $0.value) })
  }

  private static func tests(_ file: GradedFile, number: Int, of count: Int) -> [JSONValue] {
    file.verdict.checks.enumerated().map { index, check in
      [
        "score": .points(check.points),
        "max_score": .points(check.maxPoints),
        "status": check.status == .passed ? "passed" : "failed",
        "name": .string(count > 1 ? "\(file.verdict.exercise): \(check.name)" : check.name),
        "number": .string(count > 1 ? "\(number).\(index + 1)" : "\(index + 1)"),
        "output": .string(check.words),
        "tags": [.string(file.verdict.exercise.rawValue)],
        "visibility": "visible",
        "extra_data": ["status": .string(check.status.rawValue)],
      ]
    }
  }

  private static func extra(_ file: GradedFile) -> JSONValue {
    [
      "exercise": .string(file.verdict.exercise.rawValue),
      "status": .string(file.verdict.status.rawValue),
      "max_score": .points(file.verdict.maxScore),
      "sandbox": .string(file.verdict.sandbox),
      "misconceptions": .array(file.verdict.misconceptions.map { .string($0.id) }),
    ]
  }
}

extension JSONValue {
  /// Points, whole ones as an integer.
  static func points(_ points: Double) -> JSONValue {
    points == points.rounded() ? .integer(Int(points)) : .number(points)
  }

  /// Seconds to the millisecond.
  static func milliseconds(_ seconds: Double) -> JSONValue { .number((seconds * 1000).rounded() / 1000) }
}
