/// A paragraph, or a heading underlined with `=` or `-`, as it stands in the source.
struct TextBlock {
  /// The indices of its lines, counted from 0.
  var lines: ClosedRange<Int>
  /// The bytes that stand before its text on its first line.
  var indentation: Int
  /// The number of block quotes around it.
  var quoteDepth: Int
  /// The column in which the list item around it begins its content; 0 outside lists.
  var itemColumn: Int
  /// Whether its last line is the underline of a heading.
  var isHeading: Bool
}

/// A table in the source: where its rows stand.
struct TableSpan {
  /// The paragraph that holds it, perhaps with text before the table.
  var block: TextBlock
  /// The index of the line at the head; the delimiter row follows it, and then the other rows.
  var header: Int
  /// The index of the last row's line; that of the delimiter row where there are no others.
  var last: Int
  /// The columns' alignments.
  var alignments: [Table.Alignment?]

  /// The indices of the lines of all rows.
  var rows: [Int] { [header] + ((header + 2)..<max(header + 2, last + 1)) }
}

/// Finds tables in what a CommonMark parser takes for paragraphs.
struct TableScanner {
  /// The text in which tables are sought.
  let source: SourceLines
  /// Whether a line that stands alone is running text, and not a list, code, a rule or the like.
  let isText: (ArraySlice<UInt8>) throws(MarkdownError) -> Bool

  private var lines: TableLines { TableLines(source: source) }

  /// Whether some line looks like a delimiter row, so that a closer look is worth while.
  static func mayHoldTables(_ source: SourceLines) -> Bool {
    guard source.bytes.contains(UInt8(ascii: "-")) else { return false }
    return (0..<source.count).contains { index in
      let line = source.bytes[source.range(index)]
      return line.allSatisfy { TableRow.isDelimiter($0) || $0 == UInt8(ascii: ">") }
        && line.contains(UInt8(ascii: "-")) && line.contains { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") }
    }
  }

  /// The tables among the blocks.
  ///
  /// - Parameter isStrict: Whether the head must have as many cells as the delimiter row. While formulas are not hidden,
  ///   a pipe in one looks like the end of a cell.
  func tables(in blocks: [TextBlock], isStrict: Bool) throws(MarkdownError) -> [TableSpan] {
    var found: [TableSpan] = []
    for block in blocks where block.lines.lowerBound > found.last?.last ?? -1 {
      if let table = try table(in: block, isStrict: isStrict) { found.append(table) }
    }
    return found
  }

  private func table(in block: TextBlock, isStrict: Bool) throws(MarkdownError) -> TableSpan? {
    let end = block.isHeading ? block.lines.upperBound - 1 : block.lines.upperBound
    guard block.lines.lowerBound < end, end < source.count else { return nil }
    for index in (block.lines.lowerBound + 1)...end {
      guard let line = lines.text(index, in: block), let alignments = TableRow.alignments(line) else { continue }
      guard let head = lines.text(index - 1, in: block) else { continue }
      guard !isStrict || TableRow.cells(head).count == alignments.count else { continue }
      // Where a paragraph ends, a table may go on: a row can look like the underline of a heading.
      var last = index
      while last + 1 < source.count, try isRow(last + 1, in: block) { last += 1 }
      return TableSpan(block: block, header: index - 1, last: last, alignments: alignments)
    }
    return nil
  }

  /// Whether a line behind a delimiter row is a row of its table, and begins no other block.
  ///
  /// What begins a block here begins none in a paragraph: an empty list item, a list that does not count from 1, code
  /// that is indented.
  private func isRow(_ index: Int, in block: TextBlock) throws(MarkdownError) -> Bool {
    guard let line = lines.text(index, in: block), let first = line.first else { return false }
    guard lines.indentation(of: line, in: block) < 4 else { return false }
    return first == UInt8(ascii: "|") ? true : try isText(line)
  }
}
