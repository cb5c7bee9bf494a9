/// A drawing of parts and of what passes between them: nodes on a grid, arrows and words.
///
/// Columns are equally wide and share the width of the drawing; rows are equally high and counted from the top. Places
/// between columns and rows are fractions. Texts may hold the same marks as those of a ``Chart``.
package struct Diagram: Hashable, Sendable {
  /// What the diagram shows, in a few words.
  package var title: String

  /// What somebody who does not see the diagram should know of it.
  package var description: String

  /// How many columns share the width.
  package var columns: Int

  /// How many rows there are.
  package var rows: Int

  /// The height of a row in drawing units.
  package var rowHeight: Double

  /// What stands at places of the grid; no two of them touch.
  package var nodes: [Node]

  /// What passes between nodes; drawn below them.
  package var links: [Link]

  /// Words besides.
  package var labels: [Label]

  /// Makes a diagram.
  package init(
    title: String, description: String, columns: Int, rows: Int, rowHeight: Double = 52, nodes: [Node], links: [Link],
    labels: [Label] = []
  ) {
    self.title = title
    self.description = description
    self.columns = columns
    self.rows = rows
    self.rowHeight = rowHeight
    self.nodes = nodes
    self.links = links
    self.labels = labels
  }
}

extension Diagram {
  /// A place of the grid: the middle of a column and a row where both are whole numbers, from 0.
  package struct Place: Hashable, Sendable {
    /// The column, from the left.
    package var column: Double

    /// The row, from the top.
    package var row: Double

    /// Makes a place.
    package init(_ column: Double, _ row: Double) {
      self.column = column
      self.row = row
    }
  }

  /// A part.
  package struct Node: Hashable, Sendable {
    /// What a node looks like.
    package enum Shape: Hashable, Sendable {
      /// A rectangle with round corners; all rectangles of a diagram are equally wide.
      case box
      /// A circle around a sign.
      case circle
      /// A dot, at which one way becomes several; it shows no text.
      case dot
      /// The text alone.
      case bare
    }

    /// What it says.
    package var text: String

    /// Its middle.
    package var place: Place

    /// What it looks like.
    package var shape: Shape

    /// Which of the six looks colours it; what it is must be plain without.
    package var look: Int

    /// Makes a node.
    package init(_ text: String, _ column: Double, _ row: Double, shape: Shape = .box, look: Int = 6) {
      self.text = text
      self.place = Place(column, row)
      self.shape = shape
      self.look = (max(1, look) - 1) % ChartStyle.lookCount + 1
    }
  }

  /// A way from one node to another, by straight lines.
  package struct Link: Hashable, Sendable {
    /// Where it begins.
    package var from: Node

    /// Where it ends.
    package var to: Node

    /// The corners on the way.
    package var corners: [Place]

    /// Whether it ends in an arrowhead.
    package var hasHead: Bool

    /// Makes a link.
    package init(_ from: Node, _ to: Node, by corners: [Place] = [], hasHead: Bool = true) {
      self.from = from
      self.to = to
      self.corners = corners
      self.hasHead = hasHead
    }
  }

  /// Words at a place.
  package struct Label: Hashable, Sendable {
    /// The words.
    package var text: String

    /// The place beside which they stand.
    package var place: Place

    /// On which side of it.
    package var placement: Placement

    /// Whether they head a part of the diagram.
    package var isHeading: Bool

    /// Makes a label.
    package init(_ text: String, _ column: Double, _ row: Double, _ placement: Placement, isHeading: Bool = false) {
      self.text = text
      self.place = Place(column, row)
      self.placement = placement
      self.isHeading = isHeading
    }
  }
}
