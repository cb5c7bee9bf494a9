package import Course

/// A verdict as a student reads it on a terminal.
package struct VerdictText {
  private let style: TerminalStyle
  private let verdict: Verdict
  private let path: String

  /// Prepares the text of a verdict on the file at `path`.
  package init(_ verdict: Verdict, path: String, style: TerminalStyle) {
    self.verdict = verdict
    self.path = TerminalText.safe(path)
    self.style = style
  }

  /// The whole text, ending in a line feed.
  package var text: String {
    var parts = [style.paint("\(verdict.exercise)", .heading) + "  \(path)"]
    if let explanation = verdict.explanation { parts.append(style.wrap(TerminalText.safe(explanation), indent: 2)) }
    parts += verdict.diagnostics.map(diagnosticText)
    parts += verdict.checks.map(checkText)
    parts += verdict.misconceptions.map(misconceptionText)
    if !verdict.output.isEmpty {
      let output = verdict.output.hasSuffix("\n") ? String(verdict.output.dropLast()) : verdict.output
      parts.append(style.paint("Printed by your program:", .heading) + "\n" + indented(output, by: "  | "))
    }
    parts.append(summary)
    return parts.joined(separator: "\n") + "\n"
  }

  private func diagnosticText(_ diagnostic: Diagnostic) -> String {
    let role: TerminalStyle.Role = diagnostic.severity == .error ? .bad : .pending
    let place = "\(path):\(diagnostic.line):\(diagnostic.column)"
    return "  \(place): \(style.paint("\(diagnostic.severity):", role)) \(TerminalText.safe(diagnostic.message))"
  }

  private func checkText(_ check: CheckResult) -> String {
    let points = Points(earned: check.points, possible: check.maxPoints)
    var lines = ["  \(mark(check.status)) \(check.name)  (\(points))"]
    guard check.status != .passed else { return lines[0] }
    if !check.message.isEmpty { lines.append(style.wrap(TerminalText.safe(check.message), indent: 7)) }
    if let example = check.counterexample { lines.append(exampleText(example)) }
    return lines.joined(separator: "\n")
  }

  private func misconceptionText(_ misconception: NamedMisconception) -> String {
    let title = style.paint("Misconception: \(TerminalText.safe(misconception.title))", .heading)
    let text = style.wrap(TerminalText.safe(misconception.explanation), indent: 4)
    return "  \(title)\n\(text)\n    Read: lesson:\(TerminalText.safe(misconception.lesson))"
  }

  private func mark(_ status: Status) -> String {
    switch status {
    case .passed: style.paint("pass", .good)
    case .notImplemented: style.paint("todo", .pending)
    case .notGradable: style.paint("none", .pending)
    default: style.paint("FAIL", .bad)
    }
  }

  private func exampleText(_ example: Counterexample) -> String {
    var lines = ["The call \(example.function)(...) of case \(example.index) with"]
    lines += example.arguments.map { "  \($0)" }
    if let student = example.student { lines.append("gives     \(student)") }
    if let expected = example.expected { lines.append("expected  \(expected)") }
    return lines.map { indented(TerminalText.safe($0), by: "       ") }.joined(separator: "\n")
  }

  private func indented(_ text: String, by margin: String) -> String {
    let lines = TerminalText.safe(text).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { margin + $0 }.joined(separator: "\n")
  }

  private var summary: String {
    let words = verdict.status.rawValue.replacing("-", with: " ")
    let role: TerminalStyle.Role =
      switch verdict.status {
      case .passed: .good
      case .notImplemented, .notGradable: .pending
      default: .bad
      }
    let origin = style.paint("seed \(verdict.seed), sandbox \(verdict.sandbox)", .quiet)
    guard verdict.status.isGrade else { return "\(style.paint(words, role)): no grade  (\(origin))" }
    return "\(style.paint(words, role)): \(verdict.points) points  (\(origin))"
  }
}
