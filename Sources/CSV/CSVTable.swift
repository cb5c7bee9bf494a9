/// A table that was read: the names of the columns and the rows, each with the line it begins on.
package struct CSVTable: Hashable, Sendable {
  /// A row.
  package struct Row: Hashable, Sendable {
    /// The line on which it begins, counted from 1.
    package let line: Int
    /// Its cells.
    package let cells: [String]
  }

  /// The names of the columns.
  package let columns: [String]
  /// The rows below.
  package let rows: [Row]

  /// Why a text is no table, and where.
  package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, counted from 1.
    package let line: Int
    /// What is wrong and what to do.
    package let description: String

    /// Makes a failure.
    package init(line: Int, description: String) {
      self.line = line
      self.description = description
    }
  }

  /// Reads a table: cells separated by commas, or by semicolons or tabs where the first line has no comma; quotes as in RFC 4180.
  package init(_ text: String) throws(Failure) {
    var records = try Self.records(text)
    records.removeAll { $0.cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    guard let head = records.first else { throw Failure(line: 1, description: "the table is empty") }
    columns = head.cells.map(Self.trimmed)
    rows = Array(records.dropFirst())
  }

  /// The text without white space at its ends.
  package static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  private static func records(_ text: String) throws(Failure) -> [Row] {
    // A mark of the byte order, as spreadsheets write it, is no part of the first name.
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let firstLine = scalars.prefix { $0 != "\n" }
    let separator: Unicode.Scalar =
      firstLine.contains(",") ? "," : firstLine.contains(";") ? ";" : firstLine.contains("\t") ? "\t" : ","
    var rows: [Row] = []
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var (line, start, opening) = (1, 1, 1)
    var isQuoted = false
    var index = 0
    func endRow() {
      cells.append(String(cell))
      rows.append(Row(line: start, cells: cells))
      cells = []
      cell = String.UnicodeScalarView()
    }
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        if scalar == "\"" {
          if index < scalars.count, scalars[index] == "\"" {
            cell.append("\"")
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          if scalar == "\n" { line += 1 }
          cell.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"" where cell.isEmpty:
        isQuoted = true
        opening = line
      case separator:
        cells.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\r" where index < scalars.count && scalars[index] == "\n": break
      case "\n", "\r":
        endRow()
        line += 1
        start = line
      default: cell.append(scalar)
      }
    }
    guard !isQuoted else {
      throw Failure(line: opening, description: "a quotation mark is never closed. Double it if it belongs to the text")
    }
    if !cell.isEmpty || !cells.isEmpty { endRow() }
    return rows
  }
}
