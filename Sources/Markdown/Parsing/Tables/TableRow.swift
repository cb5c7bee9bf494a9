/// Parts the lines of a table into cells, by the rules of GitHub Flavored Markdown.
enum TableRow {
  /// The cells of a line, without the white space around them.
  ///
  /// A pipe behind a backslash ends no cell, and loses the backslash, whatever stands before that.
  static func cells(_ line: ArraySlice<UInt8>) -> [[UInt8]] {
    var rest = trimmed(line)
    if rest.first == pipe { rest.removeFirst() }
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var index = rest.startIndex
    var isOpen = true
    while index < rest.endIndex {
      let byte = rest[index]
      let next = index + 1 < rest.endIndex ? rest[index + 1] : 0
      isOpen = true
      if byte == UInt8(ascii: "\\") && next == pipe {
        cell.append(pipe)
        index += 2
      } else if byte == pipe {
        cells.append(Array(trimmed(cell[...])))
        cell = []
        isOpen = false
        index += 1
      } else {
        cell.append(byte)
        index += 1
      }
    }
    // A line may end in a pipe or without one.
    if isOpen { cells.append(Array(trimmed(cell[...]))) }
    return cells
  }

  /// The alignments that a delimiter row gives; nil where the line is none.
  static func alignments(_ line: ArraySlice<UInt8>) -> [Table.Alignment?]? {
    let line = trimmed(line)
    guard line.allSatisfy(isDelimiter), line.contains(pipe) || line.contains(colon) else { return nil }
    var alignments: [Table.Alignment?] = []
    for cell in cells(line) {
      let dashes = cell.drop { $0 == colon }.prefix { $0 == UInt8(ascii: "-") }.count
      let isLeft = cell.first == colon
      let isRight = cell.count > 1 && cell.last == colon
      guard dashes > 0, cell.count == dashes + (isLeft ? 1 : 0) + (isRight ? 1 : 0) else { return nil }
      alignments.append(isLeft ? (isRight ? .centre : .left) : (isRight ? .right : nil))
    }
    return alignments
  }

  /// Whether a byte may stand in a delimiter row.
  static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == colon || byte == pipe || byte.isWhiteSpace
  }

  private static var pipe: UInt8 { UInt8(ascii: "|") }
  private static var colon: UInt8 { UInt8(ascii: ":") }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let first = rest.first, first.isWhiteSpace { rest.removeFirst() }
    while let last = rest.last, last.isWhiteSpace { rest.removeLast() }
    return rest
  }
}
