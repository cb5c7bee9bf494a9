/// Where the parts of a diagram lie.
package struct DiagramLayout {
  static let textSize = 14.0
  static let margin = 6.0
  static let boxHeight = 30.0
  static let circleRadius = 12.0
  static let dotRadius = 2.5

  let diagram: Diagram
  private let columnWidth: Double
  private let boxWidth: Double

  /// Lays a diagram out.
  package init(_ diagram: Diagram) {
    self.diagram = diagram
    columnWidth = (Chart.width - 2 * Self.margin) / Double(max(1, diagram.columns))
    let texts = diagram.nodes.filter { $0.shape == .box }.map { RichText($0.text).width(size: Self.textSize) }
    boxWidth = max(Self.boxHeight, (texts.max() ?? 0) + 10)
  }

  /// The height of the drawing.
  var height: Double { (Double(max(1, diagram.rows)) * diagram.rowHeight + 2 * Self.margin).rounded(.up) }

  /// A place of the grid in the drawing.
  func point(_ place: Diagram.Place) -> (x: Double, y: Double) {
    func bounded(_ value: Double) -> Double { value.isFinite ? min(max(value, -100), 1000) : 0 }
    return (
      Self.margin + (bounded(place.column) + 0.5) * columnWidth,
      Self.margin + (bounded(place.row) + 0.5) * diagram.rowHeight
    )
  }

  /// The room that a node takes.
  package func box(_ node: Diagram.Node) -> Box {
    let middle = point(node.place)
    let size: (width: Double, height: Double) =
      switch node.shape {
      case .box: (boxWidth, Self.boxHeight)
      case .circle: (2 * Self.circleRadius, 2 * Self.circleRadius)
      case .dot: (2 * Self.dotRadius, 2 * Self.dotRadius)
      case .bare: (RichText(node.text).width(size: Self.textSize) + 6, Self.textSize + 8)
      }
    return Box(x: middle.x - size.width / 2, y: middle.y - size.height / 2, width: size.width, height: size.height)
  }

  /// The points of a link, from the edge of the first node to that of the last.
  func points(_ link: Diagram.Link) -> [(x: Double, y: Double)] {
    let corners = link.corners.map(point)
    let (from, to) = (point(link.from.place), point(link.to.place))
    let start = edge(link.from, towards: corners.first ?? to, gap: 0)
    let end = edge(link.to, towards: corners.last ?? from, gap: link.hasHead && link.to.shape != .dot ? 2 : 0)
    return [start] + corners + [end]
  }

  /// Where the line from a node's middle to a point leaves the node, and a gap more.
  private func edge(_ node: Diagram.Node, towards point: (x: Double, y: Double), gap: Double) -> (x: Double, y: Double)
  {
    let middle = self.point(node.place)
    let (dx, dy) = (point.x - middle.x, point.y - middle.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0, node.shape != .dot else { return middle }
    let box = box(node)
    let toEdge: Double =
      node.shape == .circle
      ? Self.circleRadius
      : length * min(dx == 0 ? .infinity : box.width / 2 / abs(dx), dy == 0 ? .infinity : box.height / 2 / abs(dy))
    let share = (toEdge + gap) / length
    return (middle.x + share * dx, middle.y + share * dy)
  }
}
