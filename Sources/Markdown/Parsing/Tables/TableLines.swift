/// The lines of tables in a source, without what stands for the blocks around them.
struct TableLines {
  /// The text that holds the tables.
  let source: SourceLines

  /// The columns by which a line's text is indented within the blocks around it.
  func indentation(of line: ArraySlice<UInt8>, in block: TextBlock) -> Int {
    let whole = source.bytes[..<line.startIndex]
    let start = whole.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let mark = block.quoteDepth > 0 ? whole[start...].lastIndex(of: UInt8(ascii: ">")) : nil
    // A quote mark takes one space behind it along.
    let quoted = mark.map { column(of: $0 + 1) + 1 } ?? 0
    return column(of: line.startIndex) - max(quoted, block.itemColumn)
  }

  /// The column of a byte of the source, where tabs lead to every fourth.
  private func column(of place: Int) -> Int {
    let before = source.bytes[..<place]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return before[start...].reduce(0) { column, byte in
      byte == UInt8(ascii: "\t") ? (column / 4 + 1) * 4 : column + 1
    }
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
    return column(of: rest.startIndex) >= block.itemColumn ? rest : nil
  }
}
