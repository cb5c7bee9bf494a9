/// A table whose cells are being read.
struct TableAssembly {
  private let lines: ClosedRange<Int>
  private var table: Table
  private var rows: [Table.Row] = []

  /// Begins the table that stands at `span` in a text whose first line has the given number.
  init(_ span: TableSpan, firstLine: Int) {
    lines = (firstLine + span.header)...(firstLine + span.last)
    table = Table(alignments: span.alignments, header: Table.Row(cells: [], line: lines.lowerBound), rows: [])
  }

  /// Adds a cell behind those that are there.
  mutating func add(_ content: [Inline], line: Int, column: Int) {
    if column == 0 { rows.append(Table.Row(cells: [], line: line)) }
    rows[rows.count - 1].cells.append(content)
  }

  /// The table.
  var block: Block {
    var table = table
    table.header = rows.first ?? table.header
    table.rows = Array(rows.dropFirst())
    return Block(.table(table), lines: lines)
  }
}
