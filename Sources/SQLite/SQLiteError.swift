internal import CSQLite

/// SQLite refused: why, and what it was asked.
package struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The extended result code, such as 2067 for a value that must be unique.
  package let code: Int32
  /// SQLite's words.
  package let message: String
  /// The statement, if it was one.
  package let sql: String?
  /// The values bound to it.
  package let arguments: [SQLiteValue]

  init(code: Int32, message: String, sql: String? = nil, arguments: [SQLiteValue] = []) {
    self.code = code
    self.message = message
    self.sql = sql
    self.arguments = arguments
  }

  /// The result code without its extension, such as 19 for any broken constraint.
  package var primaryCode: Int32 { code & 0xFF }

  /// Whether the file is damaged, or no database at all.
  package var isDamage: Bool { primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB }

  /// Whether another connection held the database for longer than the busy timeout.
  package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }

  /// Whether there is no space left.
  package var isFull: Bool { primaryCode == SQLITE_FULL }

  /// Whether the file, or what SQLite keeps beside it, cannot be opened or written.
  package var isReadOnly: Bool { primaryCode == SQLITE_READONLY || primaryCode == SQLITE_CANTOPEN }

  /// Whether a constraint of the schema was broken.
  package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }

  /// The code, the words, the statement and its arguments.
  package var description: String {
    let asked = sql.map { " - while executing `\($0)`" } ?? ""
    let with = arguments.isEmpty ? "" : " with \(arguments)"
    return "SQLite error \(code): \(message)\(asked)\(with)"
  }
}
