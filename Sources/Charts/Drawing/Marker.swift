/// The shapes and dashes of the six looks.
enum Marker {
  private static let dashes = ["", "7 4", "2 3.5", "11 4 2 4", "5 2.5", "14 5"]

  /// The dashes of a series' lines; empty for a solid line.
  static func dashes(_ series: Series) -> String {
    switch series.isSolid {
    case true?: ""
    case false?: "5 4"
    case nil: dashes[series.look - 1]
    }
  }

  /// The dashes of a series' arrows and outlines.
  static func arrowDashes(_ series: Series) -> String { series.isSolid == false ? "5 4" : "" }

  /// The path of a series' marker around a place.
  static func path(_ series: Series, at place: (x: Double, y: Double), canvas: Canvas) -> String {
    let r = 4.5
    func polygon(_ corners: [(Double, Double)]) -> String {
      canvas.polygon(corners.map { (x: place.x + $0.0 * r, y: place.y + $0.1 * r) })
    }
    switch series.look {
    case 2: return polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
    case 3: return polygon([(0, -1.15), (1.1, 0.8), (-1.1, 0.8)])
    case 4: return polygon([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)])
    case 5: return polygon([(0, 1.15), (1.1, -0.8), (-1.1, -0.8)])
    case 6:
      let (a, b) = (0.35, 1.15)
      return polygon([
        (-a, -b), (a, -b), (a, -a), (b, -a), (b, a), (a, a), (a, b), (-a, b), (-a, a), (-b, a), (-b, -a), (-a, -a),
      ])
    default:
      let (left, right) = (canvas.place((place.x - r, place.y)), canvas.place((place.x + r, place.y)))
      return "M\(left)A\(r) \(r) 0 1 1 \(right)A\(r) \(r) 0 1 1 \(left)Z"
    }
  }
}

extension Canvas {
  /// Draws a series' marker.
  mutating func marker(_ series: Series, at place: (x: Double, y: Double)) {
    let data = Marker.path(series, at: place, canvas: self)
    if series.isSolid == false {
      fill(data, name: "chart-ground")
      path(data, name: "chart-stroke-\(series.look)", width: 1.75)
    } else {
      fill(data, name: "chart-fill-\(series.look)")
    }
  }

  /// Draws an arrow.
  mutating func arrow(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ series: Series) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.5 else { return }
    let (ux, uy) = (dx / length, dy / length)
    let head = min(10, length * 0.6)
    let base = (x: to.x - ux * head, y: to.y - uy * head)
    line(
      from, (base.x + ux, base.y + uy), name: "chart-stroke-\(series.look)", width: 2,
      dashes: Marker.arrowDashes(series))
    let half = head * 0.42
    fill(
      polygon([to, (base.x - uy * half, base.y + ux * half), (base.x + uy * half, base.y - ux * half)]),
      name: "chart-fill-\(series.look)")
  }
}
