extension Diagram: Drawing {
  package func svg(_ use: ChartUse, identifier: String) -> String { drawn(use, identifier: identifier).writer.text }

  package var placedTexts: (texts: [PlacedText], drawing: Box) {
    let height = DiagramLayout(self).height
    return (
      drawn(.inline, identifier: "diagram").texts, Box(x: 0, y: 0, width: Chart.width, height: height)
    )
  }

  /// Nothing: words tell a diagram better than characters.
  package func sketch(columns: Int) -> [String] { [] }

  private func drawn(_ use: ChartUse, identifier: String) -> Canvas {
    let layout = DiagramLayout(self)
    var canvas = Canvas()
    canvas.begin(self, width: Chart.width, height: layout.height, use, identifier: identifier)
    for link in links { canvas.draw(link, layout) }
    for node in nodes { canvas.draw(node, layout) }
    for label in labels {
      canvas.label(
        label.text, at: layout.point(label.place), label.placement, ink: label.isHeading ? .text : .muted,
        isBold: label.isHeading)
    }
    canvas.writer.close("svg")
    return canvas
  }
}

extension Canvas {
  /// Draws a way between nodes.
  fileprivate mutating func draw(_ link: Diagram.Link, _ layout: DiagramLayout) {
    let points = layout.points(link)
    guard link.hasHead, let tip = points.last else {
      path("M" + points.map(place).joined(separator: "L"), name: "chart-axis", width: 1.75)
      return
    }
    let before = points[points.count - 2]
    let (dx, dy) = (tip.x - before.x, tip.y - before.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.5 else { return }
    let (ux, uy) = (dx / length, dy / length)
    let head = min(8, length * 0.6)
    let base = (x: tip.x - ux * head, y: tip.y - uy * head)
    let line = points.dropLast() + [(base.x + ux, base.y + uy)]
    path("M" + line.map(place).joined(separator: "L"), name: "chart-axis", width: 1.75)
    let half = head * 0.45
    fill(
      polygon([tip, (base.x - uy * half, base.y + ux * half), (base.x + uy * half, base.y - ux * half)]),
      name: "chart-muted")
  }

  /// Draws a part, over the ways that end at it.
  fileprivate mutating func draw(_ node: Diagram.Node, _ layout: DiagramLayout) {
    let box = layout.box(node)
    let outline: String
    switch node.shape {
    case .box: outline = rounded(box, radius: 5)
    case .circle, .dot: outline = rounded(box, radius: box.width / 2)
    case .bare: outline = ""
    }
    switch node.shape {
    case .box, .circle:
      fill(outline, name: "chart-ground")
      fill(outline, name: "chart-fill-\(node.look)", opacity: 0.12)
      path(outline, name: "chart-stroke-\(node.look)", width: 1.5)
    case .dot:
      fill(outline, name: "chart-muted")
      return
    case .bare: break
    }
    let middle = layout.point(node.place)
    text(
      node.text, x: middle.x, y: middle.y + DiagramLayout.textSize * 0.34, anchor: .middle, size: DiagramLayout.textSize
    )
  }

  /// A rectangle with round corners.
  private func rounded(_ box: Box, radius r: Double) -> String {
    let (left, top, right, bottom) = (box.x, box.y, box.right, box.bottom)
    let arc = "A\(NumberText.coordinate(r)) \(NumberText.coordinate(r)) 0 0 1 "
    return "M\(place((left + r, top)))L\(place((right - r, top)))\(arc)\(place((right, top + r)))"
      + "L\(place((right, bottom - r)))\(arc)\(place((right - r, bottom)))L\(place((left + r, bottom)))"
      + "\(arc)\(place((left, bottom - r)))L\(place((left, top + r)))\(arc)\(place((left + r, top)))Z"
  }
}
