/// A message of the compiler about a student's file.
package struct CompilerMessage: Hashable, Sendable {
  /// How grave it is.
  package enum Severity: String, Hashable, Sendable {
    case error, warning, note
  }

  /// The file's fixed name: the student's, or the harness's.
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// The column, counted from 1.
  package let column: Int
  /// How grave it is.
  package let severity: Severity
  /// The compiler's words.
  package let text: String

  /// Reads the messages from the compiler's output in its line-oriented style: `file:line:column: severity: text`.
  static func parse(_ output: String) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    var seen: Set<CompilerMessage> = []
    for line in output.split(whereSeparator: \.isNewline) {
      guard let message = parse(line: line), seen.insert(message).inserted else { continue }
      messages.append(message)
    }
    return messages
  }

  private static func parse(line: Substring) -> CompilerMessage? {
    let parts = line.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, let lineNumber = Int(parts[1]), let column = Int(parts[2]),
      let severity = Severity(rawValue: String(parts[3].drop { $0 == " " }))
    else { return nil }
    let text = String(parts[4].drop { $0 == " " })
    return CompilerMessage(
      file: String(parts[0]), line: lineNumber, column: column, severity: severity, text: text)
  }
}

extension [CompilerMessage] {
  /// The errors about files that are asked for, each with those of its notes that are about the same file.
  func errors(about isAskedFor: (String) -> Bool) -> [CompilerMessage] {
    var subject: String?
    return filter { message in
      if message.severity == .note { return message.file == subject }
      subject = message.severity == .error && isAskedFor(message.file) ? message.file : nil
      return subject != nil
    }
  }
}
