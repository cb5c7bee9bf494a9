internal import Charts
package import LinearAlgebra

@testable internal import Solutions

/// The lesson's pair before and after equalising, and how far each is from a neutral word.
package enum Equalising {
  /// The pair, as in the lesson; the direction is that of neutralising.
  package static let (a, b): (Vector, Vector) = ([2, 1], [0, -2])

  /// A neutral word: the lesson's neutralised vector of (2, 1).
  package static func neutral() -> Vector { neutralise([2, 1], Neutralising.g) }

  /// The pair with the mean's part across the direction in common, and opposite parts along it.
  package static func after() -> (a: Vector, b: Vector) {
    let g = Neutralising.g
    let mean = (a + b) / 2
    let across = neutralise(mean, g)
    let half = 0.5 * (biasComponent(a, g) - biasComponent(b, g))
    return (across + half, across - half)
  }

  /// The distance of two words.
  package static func distance(_ a: Vector, _ b: Vector) -> Double { (a - b).norm }
}

@Sendable func equaliseFigure() -> ComputedFigure {
  let (a, b) = (Equalising.a, Equalising.b)
  let after = Equalising.after()
  let neutral = Equalising.neutral()
  let old = Series("before", look: 6, naming: .legend, isSolid: false)
  let new = Series("after", look: 1, naming: .legend, isSolid: true)
  let word = Series("a neutral word", look: 4, naming: .legend, isSolid: true)
  func point(_ v: Vector) -> Point { Point(v[0], v[1]) }
  let panel = Panel(
    x: Axis("first entry", range: -1.5...3.2, ticks: [-1, 0, 1, 2, 3]),
    y: Axis("second entry", range: -2.4...1.6, ticks: [-2, -1, 0, 1]), hasEqualUnits: true,
    marks: bearings(along: Neutralising.g, from: -2.6, to: 1.7, acrossFrom: -1.6, to: 2.1) + [
      .arrow(from: Point(0, 0), to: point(a), old), .arrow(from: Point(0, 0), to: point(b), old),
      .arrow(from: Point(0, 0), to: point(after.a), new), .arrow(from: Point(0, 0), to: point(after.b), new),
      .line([point(after.a), point(neutral), point(after.b)], Series("", look: 4, isSolid: false)),
      .points([point(neutral)], word), .label("*a*", at: point(a), .above, old),
      .label("*b*", at: point(b), .right, old),
      .label("*a*′", at: point(after.a), .belowRight, new), .label("*b*′", at: point(after.b), .left, new),
    ])
  let distance = { (v: Vector) in NumberText.fixed(Equalising.distance(v, neutral), decimals: 2) }
  return ComputedFigure(
    name: "equalise",
    caption: "Equalising leaves a pair that differs along *g* alone, equally far from every neutral word.",
    chart: Chart(
      title: "Equalising a pair: before and after",
      description: """
        With *g* = (3, 4), *a* moves from \(pair(a)) to \(pair(after.a)) and *b* from \(pair(b)) to \(pair(after.b)). The neutral \
        word \(pair(neutral)) was \(distance(a)) from *a* and \(distance(b)) from *b*; afterwards it is \(distance(after.a)) \
        from both.
        """,
      panels: [panel]))
}
