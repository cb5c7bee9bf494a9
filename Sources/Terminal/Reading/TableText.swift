internal import Markdown

/// A table with rules around its cells.
struct TableText {
  let table: Table
  let width: Int

  /// The lines of the table; where even its longest words do not fit side by side, each row is a list.
  var lines: [Line] {
    let rows = table.allRows.enumerated().map { index, row in
      row.cells.map { InlineText.spans($0, index == 0 ? .bold : .plain) }
    }
    let count = table.alignments.count
    let room = width - 3 * count - 1
    let natural = (0..<count).map { column in
      max(1, rows.map { LineFilling.fill($0[column], width: .max / 2).map(\.width).max() ?? 0 }.max() ?? 0)
    }
    let least = (0..<count).map { column in max(1, rows.map { LineFilling.widestWord($0[column]) }.max() ?? 0) }
    guard let widths = Self.widths(natural: natural, least: least, room: room) else { return list(rows) }

    var lines = [rule("┌", "┬", "┐", widths)]
    for (index, row) in rows.enumerated() {
      lines += self.lines(of: row, widths)
      if index == 0 && rows.count > 1 { lines.append(rule("├", "┼", "┤", widths)) }
    }
    return lines + [rule("└", "┴", "┘", widths)]
  }

  /// The widths of columns: as wide as they like where there is room, else less of what is above their longest words.
  static func widths(natural: [Int], least: [Int], room: Int) -> [Int]? {
    let wanted = natural.reduce(0, +)
    if wanted <= room { return natural }
    let needed = least.reduce(0, +)
    guard needed <= room else { return nil }
    var free = room - needed
    var widths = least
    // A column at a time gets a column more, the one that lacks most.
    while free > 0 {
      guard let neediest = widths.indices.max(by: { natural[$0] - widths[$0] < natural[$1] - widths[$1] }),
        natural[neediest] > widths[neediest]
      else { break }
      widths[neediest] += 1
      free -= 1
    }
    return widths
  }

  private func lines(of row: [[Span]], _ widths: [Int]) -> [Line] {
    let cells = zip(row, widths).map { LineFilling.fill($0, width: $1) }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { index in
      var line = Line()
      for (column, cell) in cells.enumerated() {
        line.append(Span(column == 0 ? "│ " : " │ ", .dim))
        let content = index < cell.count ? cell[index] : Line()
        for span in content.padded(to: widths[column], alignment(column)).spans { line.append(span) }
      }
      line.append(Span(" │", .dim))
      return line
    }
  }

  private func alignment(_ column: Int) -> Line.Alignment {
    switch table.alignments[column] {
    case .right?: .right
    case .centre?: .centre
    case .left?, nil: .left
    }
  }

  private func rule(_ left: String, _ middle: String, _ right: String, _ widths: [Int]) -> Line {
    Line(left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right, .dim)
  }

  private func list(_ rows: [[[Span]]]) -> [Line] {
    var lines: [Line] = []
    for row in rows.dropFirst() {
      for (index, cell) in row.enumerated() {
        let head = LineFilling.fill(rows[0][index], width: .max / 2).first?.spans ?? []
        let content = head + [Span(head.isEmpty ? "" : ": ", .bold)] + cell
        let filled = LineFilling.fill(content, width: max(10, width - 2))
        lines += filled.enumerated().map { $1.behind([Span(index == 0 && $0 == 0 ? "• " : "  ")]) }
      }
    }
    return lines
  }
}
