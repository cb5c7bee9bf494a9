package import Course
internal import Terminal

/// A file and how it was graded, as other systems are told of it.
package struct GradedFile: Sendable {
  /// How it came out.
  package let verdict: Verdict
  /// Where the file is, relative to what the reader knows.
  package let path: String
  /// The file itself, for the lines of its functions.
  package let source: String
  /// How long grading took, in seconds.
  package let seconds: Double

  /// Makes a record of a graded file.
  package init(_ verdict: Verdict, path: String, source: String, seconds: Double) {
    self.verdict = verdict
    self.path = path
    self.source = source
    self.seconds = seconds
  }

  /// Whether there is a grade; otherwise it could not be graded, which is never the file's fault.
  package var isGraded: Bool { verdict.status.isGrade }

  /// What there is to say of the file as a whole; empty where the checks say it all.
  var summary: String {
    var lines = verdict.explanation.map { [$0] } ?? []
    lines += verdict.diagnostics.map { "line \($0.line), column \($0.column): \($0.severity.rawValue): \($0.message)" }
    for misconception in verdict.misconceptions {
      lines.append("\(misconception.title)\n\(misconception.explanation)\nSee the lesson \(misconception.lesson).")
    }
    return TerminalText.safe(lines.joined(separator: "\n\n"))
  }
}

extension CheckResult {
  /// What there is to say of a check, in lines of plain text.
  var words: String {
    var lines = message.isEmpty ? [] : [message]
    if let counterexample {
      lines.append("\(counterexample.function)(\(counterexample.arguments.joined(separator: ", ")))")
      if let student = counterexample.student { lines.append("yours:    \(student)") }
      if let expected = counterexample.expected { lines.append("expected: \(expected)") }
      if let difference = counterexample.difference { lines.append(difference) }
    }
    return TerminalText.safe(lines.joined(separator: "\n"))
  }
}
