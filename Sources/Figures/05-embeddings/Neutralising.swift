internal import Charts
package import LinearAlgebra

@testable internal import Solutions

/// The lesson's small table before and after neutralising; row 0 is definitional.
package enum Neutralising {
  /// The direction, as in the lesson.
  package static let g: Vector = [3, 4]

  /// The table, as in the lesson.
  package static let before: Matrix = [[2, 1], [1, 0], [0, 1]]

  /// The table without the direction, but for row 0.
  package static func after() -> Matrix { neutraliseAll(before, [0], g) }
}

@Sendable func neutraliseFigure() -> ComputedFigure {
  let (before, after) = (Neutralising.before, Neutralising.after())
  let old = Series("before", look: 6, naming: .legend, isSolid: false)
  let new = Series("after", look: 1, naming: .legend, isSolid: true)
  let kept = Series("definitional, kept", look: 2, naming: .legend, isSolid: true)
  func point(_ v: Vector) -> Point { Point(v[0], v[1]) }
  var marks = bearings(along: Neutralising.g, from: -0.62, to: 1.42, acrossFrom: -0.9, to: 1.3)
  for row in 1...2 {
    marks.append(.guide(point(before[row: row]), point(after[row: row])))
    marks.append(.arrow(from: Point(0, 0), to: point(before[row: row]), old))
    marks.append(.arrow(from: Point(0, 0), to: point(after[row: row]), new))
  }
  marks += [
    .arrow(from: Point(0, 0), to: point(before[row: 0]), kept),
    .label("row 0", at: point(before[row: 0]), .above, kept),
    .label("row 1", at: point(before[row: 1]), .aboveRight, old),
    .label("row 2", at: point(before[row: 2]), .aboveLeft, old),
  ]
  let panel = Panel(
    x: Axis("first entry", range: -1...2.3, ticks: [-1, 0, 1, 2]),
    y: Axis("second entry", range: -0.8...1.4, ticks: [0, 1]),
    hasEqualUnits: true, marks: marks)
  return ComputedFigure(
    name: "neutralise",
    caption: """
      Neutralising moves a word along the direction *g* until nothing of it lies along *g*. The definitional row stays where \
      it is.
      """,
    chart: Chart(
      title: "Neutralising: before and after",
      description: """
        With *g* = (3, 4), row 1 moves from \(pair(before[row: 1])) to \(pair(after[row: 1])) and row 2 from \
        \(pair(before[row: 2])) to \(pair(after[row: 2])). Both end on the line through 0 at a right angle to *g*. Row 0, which \
        is definitional, stays at \(pair(after[row: 0])).
        """,
      panels: [panel]))
}

/// A vector of two entries in words.
func pair(_ v: Vector) -> String {
  "(" + v.map { NumberText.fixed($0, decimals: NumberText.decimalsNeeded($0, most: 2)) }.joined(separator: ", ") + ")"
}

/// The line along a direction, named *g*, and the one across it, between multiples of the unit vectors.
func bearings(
  along g: Vector, from start: Double, to end: Double, acrossFrom left: Double, to right: Double
) -> [Mark] {
  let unit = g / g.norm
  func along(_ s: Double) -> Point { Point(s * unit[0], s * unit[1]) }
  func across(_ s: Double) -> Point { Point(s * unit[1], -s * unit[0]) }
  return [
    .guide(along(start), along(end)), .guide(across(left), across(right)),
    .label("along *g*", at: along(end), .right, nil), .label("across *g*", at: across(right), .right, nil),
  ]
}
