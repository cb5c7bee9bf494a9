internal import Course
package import JSON

/// What an external grader tells PrairieLearn: the content of `results.json`.
///
/// Source: PrairieLearn's documentation of external grading. A file that does not compile is not gradable there, so that the attempt is not
/// lost; PrairieLearn takes one megabyte at most.
package enum PrairieLearnResults {
  /// The most that may be sent, in bytes.
  package static let mostBytes = 1 << 20

  /// What texts are shortened to in turn until everything fits.
  private static let lengths = [20_000, 2_000, 200, 0]

  /// The results of one file.
  package static func value(_ file: GradedFile) -> JSONValue {
    var value = value(file, textLength: .max)
    for length in lengths where value.compact.utf8.count > mostBytes { value = self.value(file, textLength: length) }
    return value
  }

  private static func value(_ file: GradedFile, textLength: Int) -> JSONValue {
    let verdict = file.verdict
    let isGradable = ![.compileError, .signatureChanged].contains(verdict.status)
    func text(_ words: String) -> JSONValue {
      .string(words.count > textLength ? words.prefix(textLength) + " ... (shortened)" : words)
    }
    let score = verdict.maxScore > 0 ? min(1, max(0, verdict.score / verdict.maxScore)) : 0
    return [
      "gradable": .boolean(isGradable),
      "score": .number(isGradable ? score : 0),
      "message": .string("\(verdict.status.rawValue), \(verdict.points) points"),
      "output": text(file.summary),
      "images": [],
      "format_errors": isGradable ? [] : [text(file.summary.isEmpty ? verdict.status.rawValue : file.summary)],
      "tests": .array(
        verdict.checks.map { check in
          [
            "name": text(check.name),
            "description": .string(check.status.rawValue),
            "points": .points(check.points),
            "max_points": .points(check.maxPoints),
            "message": text(check.message.split(separator: "\n").first.map(String.init) ?? ""),
            "output": text(check.words),
            "images": [],
          ]
        }),
    ]
  }
}
