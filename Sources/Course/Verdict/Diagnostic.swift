/// What the compiler says of a line of the student's file, or the line at which the program crashed.
package struct Diagnostic: Hashable, Sendable {
  /// How grave it is.
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The file does not compile because of it.
    case error
    /// Probably a mistake.
    case warning
    /// Adds to the diagnostic before.
    case note
  }

  /// The line, counted from 1.
  package var line: Int

  /// The column, counted from 1.
  package var column: Int

  /// How grave it is.
  package var severity: Severity

  /// The compiler's words, or what the program crashed of.
  package var message: String

  /// Makes a diagnostic.
  package init(line: Int, column: Int, severity: Severity, message: String) {
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }
}
