/// A cell of a table that is written.
package enum CSVCell: Hashable, Sendable {
  /// Words from anywhere; what a spreadsheet would run as a formula is made inert.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number, with so many decimals and no more than are needed.
  case number(Double)
  /// Words of our own, written as they are; quoted only where they hold a separator.
  case literal(String)
  /// Nothing.
  case empty
}

/// A table as RFC 4180 describes it, with line feeds alone.
package struct CSVText: Hashable, Sendable {
  /// What has been written.
  package private(set) var text = ""

  /// Begins a table with the names of its columns.
  package init(columns: [String]) { add(columns.map { .text($0) }) }

  /// Adds a row.
  package mutating func add(_ cells: [CSVCell]) {
    text += cells.map(Self.written).joined(separator: ",") + "\n"
  }

  private static func written(_ cell: CSVCell) -> String {
    switch cell {
    case .text(let text): quoted(inert(text))
    case .integer(let number): "\(number)"
    case .number(let number): short(number)
    case .literal(let text): text.contains { [",", "\"", "\n"].contains($0) } ? quoted(text) : text
    case .empty: ""
    }
  }

  /// A number with four decimals at most.
  package static func short(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e11 else { return "\(number)" }
    let scaled = (number * 10_000).rounded()
    let (whole, rest) = abs(Int(scaled)).quotientAndRemainder(dividingBy: 10_000)
    var text = (scaled <= -1 ? "-" : "") + "\(whole)"
    guard rest > 0 else { return text }
    text += "." + String("\(10_000 + rest)".dropFirst())
    while text.hasSuffix("0") { text.removeLast() }
    return text
  }

  /// The text, with an apostrophe before it where a spreadsheet would take it for a formula.
  ///
  /// Control characters but line feeds, and what turns the direction of a line, become visible.
  package static func inert(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: safe += "\n"
      case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    guard let first = text.unicodeScalars.first else { return "" }
    // Full-width forms of the signs count for the signs in some spreadsheets.
    let isRisky = "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
    return isRisky ? "'" + safe : safe
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes =
      text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
      || text.first == " " || text.last == " "
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
