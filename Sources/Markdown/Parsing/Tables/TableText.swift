/// A text in which the cells of tables stand on lines of their own, for a CommonMark parser that knows no tables.
///
/// Each cell becomes a heading of level 1 within the blocks around its table. A heading is one line of running text from
/// which no mark reaches into another line, just as none reaches from one cell into another.
struct TableText {
  /// How many cells the rows of a document may leave out, which bounds the memory that a small file can ask for.
  static let mostEmptyCells = 100_000

  /// A cell, as it stands in its table.
  struct Place {
    /// The place of the table among those of the text.
    var table: Int
    /// The place of the row, 0 for that at the head.
    var row: Int
    /// The place of the cell in its row.
    var column: Int
  }

  /// The text.
  private(set) var bytes: [UInt8] = []
  /// The index of the line in the source for each line of the text; none where the lines are the same.
  private var origins: [Int] = []
  /// The cells by the indices of their lines in the text.
  private var places: [Int: Place] = [:]
  /// The tables in their order.
  let tables: [TableSpan]

  /// The source as it is.
  init(_ source: SourceLines) {
    bytes = source.bytes
    tables = []
  }

  /// The source with the cells of these tables, which follow one another, on lines of their own.
  init(_ source: SourceLines, tables: [TableSpan]) throws(MarkdownError) {
    self.tables = tables
    bytes.reserveCapacity(source.bytes.count * 2)
    origins.reserveCapacity(source.count * 2)
    var emptyCells = 0
    var index = 0
    for (number, table) in tables.enumerated() {
      append(index..<table.header, of: source)
      for (row, line) in table.rows.enumerated() {
        let text = TableLines(source: source).text(line, in: table.block) ?? []
        let cells = TableRow.cells(text)
        emptyCells += max(0, table.alignments.count - cells.count)
        guard emptyCells <= Self.mostEmptyCells else {
          throw MarkdownError(.tooManyEmptyCells(limit: Self.mostEmptyCells), line: source.firstLine + line)
        }
        for column in table.alignments.indices {
          places[origins.count] = Place(table: number, row: row, column: column)
          origins.append(line)
          let isFirst = line == table.block.lines.lowerBound && column == 0
          appendPrefix(of: table.block, isFirst: isFirst, source)
          append(column < cells.count ? cells[column] : [])
        }
      }
      index = table.last + 1
    }
    append(index..<source.count, of: source)
  }

  private mutating func append(_ lines: Range<Int>, of source: SourceLines) {
    for line in lines {
      origins.append(line)
      bytes += source.bytes[source.range(line)]
    }
  }

  /// Writes what stands before a block's text.
  ///
  /// Behind its first line the quote marks stay and a list's mark becomes space: what follows stands in the same blocks.
  private mutating func appendPrefix(of block: TextBlock, isFirst: Bool, _ source: SourceLines) {
    for byte in source.bytes[source.range(block.lines.lowerBound)].prefix(block.indentation) {
      let stays = isFirst || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\t")
      bytes.append(stays ? byte : UInt8(ascii: " "))
    }
  }

  private mutating func append(_ cell: [UInt8]) {
    bytes += [UInt8(ascii: "#"), UInt8(ascii: " ")]
    bytes += cell
    bytes += [UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "\n")]
  }

  /// The number of cells.
  var cellCount: Int { places.count }

  /// The index of the source's line from which a line of the text comes.
  func origin(_ line: Int) -> Int {
    guard let last = origins.last else { return line }
    return line < origins.count ? origins[line] : last
  }

  /// The cell that stands on a line of the text, if one does.
  func place(_ line: Int) -> Place? { places[line] }
}
