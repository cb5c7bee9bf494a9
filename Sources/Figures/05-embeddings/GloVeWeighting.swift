internal import Charts

@testable internal import Solutions

/// The weight of a pair by its count, with the paper's numbers.
package enum GloVeWeighting {
  /// The paper's cap and power.
  package static let (xMax, alpha) = (100.0, 0.75)

  /// The weight of a pair that was counted `x` times.
  package static func weight(_ x: Double) -> Double { gloveWeight(x, xMax, alpha) }
}

@Sendable func gloveWeightingFigure() -> ComputedFigure {
  let counts = stride(from: 0.0, through: 150, by: 1).map { $0 }
  let weight = Series("*f*(*x*)", look: 1, isSolid: true)
  let proportion = Series("in proportion", look: 2, isSolid: false)
  let shown: [Double] = [1, 10, 50, 100]
  let labels = shown.suffix(2).map { x -> Mark in
    let text = NumberText.fixed(GloVeWeighting.weight(x), decimals: x == 100 ? 0 : 3)
    return .label(text, at: Point(x, GloVeWeighting.weight(x)), .aboveLeft, weight)
  }
  let panel = Panel(
    x: Axis("count *x* of a pair", range: 0...150, ticks: [0, 25, 50, 75, 100, 125, 150]),
    y: Axis("weight", range: 0...1.1, ticks: [0, 0.25, 0.5, 0.75, 1]),
    marks: [
      .guide(Point(100, 0), Point(100, 1)), .line([Point(0, 0), Point(100, 1)], proportion),
      .line(counts.map { Point($0, GloVeWeighting.weight($0)) }, weight),
      .points(shown.map { Point($0, GloVeWeighting.weight($0)) }, weight),
      .label("*f*(*x*)", at: Point(130, 1), .below, weight),
      .label("in proportion", at: Point(60, 0.6), .belowRight, proportion),
      .label("*x*_{max}", at: Point(100, 0.12), .right, nil),
    ] + labels)
  let list = shown.map { "\(NumberText.fixed(GloVeWeighting.weight($0), decimals: 3)) at \(Int($0))" }
  return ComputedFigure(
    name: "glove-weighting",
    caption:
      "Rare pairs weigh less, though more than in proportion to their count; from *x*_{max} on all weigh the same.",
    chart: Chart(
      title: "GloVe's weight by the count of a pair",
      description: """
        The weight rises steeply from 0 and ever less steeply up to the cap at a count of 100: \
        \(list.joined(separator: ", ")). It stays at 1 from there on, and lies above the straight line from 0 to the cap.
        """,
      panels: [panel]))
}
