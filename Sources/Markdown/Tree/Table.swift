/// A pipe table, as in GitHub Flavored Markdown.
package struct Table: Hashable, Sendable {
  /// How the cells of a column are aligned.
  package enum Alignment: Hashable, Sendable {
    case left, centre, right
  }

  /// A row: a cell for each column, and the line on which it stands.
  package struct Row: Hashable, Sendable {
    /// The cells, as many as there are columns.
    package var cells: [[Inline]]

    /// The line of the file, counted from 1.
    package var line: Int

    /// Makes a row.
    package init(cells: [[Inline]], line: Int) {
      self.cells = cells
      self.line = line
    }
  }

  /// The columns' alignments, as many as there are columns; nil where none is given.
  package var alignments: [Alignment?]

  /// The row at the head.
  package var header: Row

  /// The rows below it, none perhaps.
  package var rows: [Row]

  /// Makes a table.
  package init(alignments: [Alignment?], header: Row, rows: [Row]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }

  /// All rows, that at the head first.
  package var allRows: [Row] { [header] + rows }
}
