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
  func tables(in blocks: [TextBlock], isStrict: Bool) -> [TableSpan] {
    blocks.compactMap { table(in: $0, isStrict: isStrict) }
  }

  private func table(in block: TextBlock, isStrict: Bool) -> TableSpan? {
    let end = block.isHeading ? block.lines.upperBound - 1 : block.lines.upperBound
    guard block.lines.lowerBound < end, end < source.count else { return nil }
    for index in (block.lines.lowerBound + 1)...end {
      guard let line = text(index, in: block), let alignments = TableRow.alignments(line) else { continue }
      guard let head = text(index - 1, in: block) else { continue }
      guard !isStrict || TableRow.cells(head).count == alignments.count else { continue }
      // A line without all the quote marks belongs to no table of the quote.
      var last = index
      while last < end, text(last + 1, in: block) != nil { last += 1 }
      return TableSpan(block: block, header: index - 1, last: last, alignments: alignments)
    }
    return nil
  }

  /// A line's text without what stands for the blocks around it.
  ///
  /// Nil for a line that belongs to the paragraph out of laziness alone: without a quote mark, or not indented as its list
  /// item is. No table has such rows.
  func text(_ index: Int, in block: TextBlock) -> ArraySlice<UInt8>? {
    var rest = source.bytes[source.range(index)]
    if index == block.lines.lowerBound { return rest.dropFirst(block.indentation) }
    for _ in 0..<block.quoteDepth {
      while let first = rest.first, first.isWhiteSpace { rest.removeFirst() }
      guard rest.first == UInt8(ascii: ">") else { return nil }
      rest.removeFirst()
    }
    while let first = rest.first, first.isWhiteSpace { rest.removeFirst() }
    let line = source.bytes[source.range(index)]
    let column = line[line.startIndex..<rest.startIndex].reduce(0) { column, byte in
      byte == UInt8(ascii: "\t") ? (column / 4 + 1) * 4 : column + 1
    }
    return column >= block.itemColumn ? rest : nil
  }
}
