/// A rectangle of a drawing.
package struct Box: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }

  /// Whether two boxes share more than an edge.
  package func overlaps(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// Whether another box lies in this one.
  package func contains(_ other: Box) -> Bool {
    other.x >= x && other.y >= y && other.right <= right && other.bottom <= bottom
  }
}

/// A text of a drawing and the room it takes, as far as that can be told without its typeface.
package struct PlacedText: Hashable, Sendable {
  package let text: String
  package let box: Box
}

/// An SVG that is being drawn, and where its texts stand.
struct Canvas {
  /// Where a text's point lies in it.
  enum Anchor: String {
    case start, middle, end
  }

  /// Which colour a text has.
  enum Ink: Hashable {
    case text, muted
    case look(Int)

    var name: String {
      switch self {
      case .text: "chart-text"
      case .muted: "chart-muted"
      case .look(let look): "chart-fill-\(look)"
      }
    }
  }

  var writer = SVGWriter()
  private(set) var texts: [PlacedText] = []

  /// Draws a text whose baseline begins, centres or ends at a point.
  mutating func text(
    _ content: String, x: Double, y: Double, anchor: Anchor = .start, size: Double, ink: Ink = .text,
    isBold: Bool = false, hasHalo: Bool = false
  ) {
    let rich = RichText(content)
    let width = rich.width(size: size)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    texts.append(
      PlacedText(text: rich.plain, box: Box(x: left, y: y - size * 0.78, width: width, height: size)))
    let place = (NumberText.coordinate(x), NumberText.coordinate(y))
    switch (hasHalo, isBold) {
    case (true, _):
      writer.rich(
        rich,
        [
          "class": "\(ink.name) chart-halo", "x": place.0, "y": place.1, "text-anchor": anchor.rawValue,
          "paint-order": "stroke", "stroke-width": "4", "stroke-linejoin": "round",
        ], size: size)
    case (false, true):
      writer.rich(
        rich,
        ["class": ink.name, "x": place.0, "y": place.1, "text-anchor": anchor.rawValue, "font-weight": "600"],
        size: size)
    case (false, false):
      writer.rich(
        rich, ["class": ink.name, "x": place.0, "y": place.1, "text-anchor": anchor.rawValue], size: size)
    }
  }

  /// Draws a straight line.
  mutating func line(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), name: String, width: Double = 1, dashes: String = ""
  ) {
    path("M\(place(from))L\(place(to))", name: name, width: width, dashes: dashes)
  }

  /// Draws the outline of a path, in the colour that a class gives it.
  mutating func path(_ data: String, name: String, width: Double, dashes: String = "") {
    if dashes.isEmpty {
      writer.empty(
        "path",
        [
          "class": name, "d": data, "fill": "none", "stroke": "currentColor",
          "stroke-width": NumberText.coordinate(width), "stroke-linejoin": "round",
        ])
    } else {
      writer.empty(
        "path",
        [
          "class": name, "d": data, "fill": "none", "stroke": "currentColor",
          "stroke-width": NumberText.coordinate(width), "stroke-linejoin": "round", "stroke-dasharray": dashes,
        ])
    }
  }

  /// Fills a path.
  mutating func fill(_ data: String, name: String, opacity: Double = 1) {
    if opacity == 1 {
      writer.empty("path", ["class": name, "d": data])
    } else {
      writer.empty("path", ["class": name, "d": data, "fill-opacity": NumberText.coordinate(opacity)])
    }
  }

  /// A place as it stands in a path.
  func place(_ point: (x: Double, y: Double)) -> String {
    "\(NumberText.coordinate(point.x)) \(NumberText.coordinate(point.y))"
  }

  /// A closed path through points.
  func polygon(_ points: [(x: Double, y: Double)]) -> String {
    points.isEmpty ? "" : "M" + points.map(place).joined(separator: "L") + "Z"
  }
}

extension Canvas {
  /// Words on one side of a place.
  mutating func label(
    _ content: String, at place: (x: Double, y: Double), _ placement: Placement, ink: Ink, isBold: Bool = false
  ) {
    let size = PanelLayout.labelSize
    let (anchor, dx): (Anchor, Double) =
      switch placement {
      case .above, .below: (.middle, 0)
      case .left: (.end, -9)
      case .aboveLeft, .belowLeft: (.end, -5)
      case .right: (.start, 9)
      case .aboveRight, .belowRight: (.start, 5)
      }
    let dy =
      switch placement {
      case .above: -9.0
      case .aboveLeft, .aboveRight: -6.0
      case .left, .right: 4.5
      case .below: 9 + size * 0.8
      case .belowLeft, .belowRight: 5 + size * 0.8
      }
    text(
      content, x: place.x + dx, y: place.y + dy, anchor: anchor, size: size, ink: ink, isBold: isBold,
      hasHalo: !isBold)
  }
}
