package import Course

/// A verdict as a student reads it on a terminal.
package struct VerdictText {
  private let style: TerminalStyle
  private let verdict: Verdict
  private let path: String
  private let isBrief: Bool

  /// Prepares the text of a verdict on the file at `path`.
  ///
  /// - Parameter isBrief: whether the outcome comes first, with the first check that did not pass, and the other checks are only listed.
  package init(_ verdict: Verdict, path: String, style: TerminalStyle, isBrief: Bool = false) {
    self.isBrief = isBrief
    self.verdict = verdict
    self.path = TerminalText.safe(path)
    self.style = style
  }

  /// The whole text, ending in a line feed.
  package var text: String {
    let parts =
      isBrief
      ? brief
      : [style.paint("\(verdict.exercise)", .heading) + "  \(path)"] + obstacles
        + verdict.checks.map { checkText($0) } + verdict.misconceptions.map(misconceptionText) + printed + [summary]
    return parts.joined(separator: "\n") + "\n"
  }

  /// The outcome first, then what it is about; what can be passed over comes last.
  private var brief: [String] {
    var parts = [summary] + obstacles
    let first = firstFailed
    if let first { parts.append(checkText(verdict.checks[first])) }
    parts += verdict.misconceptions.map(misconceptionText) + printed
    let others = verdict.checks.indices.filter { $0 != first }.map { checkLine(verdict.checks[$0]) }
    if first != nil && !others.isEmpty { parts.append("The other checks:") }
    return parts + others
  }

  private var obstacles: [String] {
    let explanation = verdict.explanation.map { style.wrap(TerminalText.safe($0), indent: 2) }
    return [explanation].compactMap(\.self) + verdict.diagnostics.map(diagnosticText)
  }

  /// What the program printed, apart from what is said of it.
  private var printed: [String] {
    guard !verdict.output.isEmpty else { return [] }
    let output = verdict.output.hasSuffix("\n") ? String(verdict.output.dropLast()) : verdict.output
    return [style.paint("Printed by your program:", .heading) + "\n" + indented(Self.shortened(output), by: "  | ")]
  }

  /// The text with the lines in the middle left out where there are many.
  private static func shortened(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 24 else { return text }
    let left = "... (\(lines.count - 20) lines left out)"
    return (lines.prefix(12) + [left[...]] + lines.suffix(8)).joined(separator: "\n")
  }

  private func diagnosticText(_ diagnostic: Diagnostic) -> String {
    let role: TerminalStyle.Role = diagnostic.severity == .error ? .bad : .pending
    let place = "\(path):\(diagnostic.line):\(diagnostic.column)"
    return "  \(place): \(style.paint("\(diagnostic.severity):", role)) \(TerminalText.safe(diagnostic.message))"
  }

  /// The check that the outcome is about: the first that did not pass, one that is written before one that is not.
  private var firstFailed: Int? {
    verdict.checks.firstIndex { $0.status != .passed && $0.status != .notImplemented }
      ?? verdict.checks.firstIndex { $0.status != .passed }
  }

  private func checkLine(_ check: CheckResult) -> String {
    let text = "\(check.name)  (\(Points(earned: check.points, possible: check.maxPoints)))"
    return "  \(mark(check.status)) \(style.wrap(text, indent: 7).dropFirst(7))"
  }

  private func checkText(_ check: CheckResult) -> String {
    var lines = [checkLine(check)]
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
