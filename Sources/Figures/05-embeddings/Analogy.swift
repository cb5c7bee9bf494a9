internal import Charts
package import LinearAlgebra

/// Fillatre's two-dimensional words, with which king - man + woman is worked out.
package enum Analogy {
  /// The vectors as the slide gives them.
  package static let words: [(name: String, vector: Vector)] = [
    ("man", [0.2, 0.2]), ("woman", [0.6, 0.3]), ("king", [0.3, 0.7]), ("queen", [0.7, 0.8]),
  ]

  /// The vector of a word of the list.
  package static func vector(_ name: String) -> Vector {
    words.first { $0.name == name }?.vector ?? .zeros(2)
  }

  /// What the analogy comes to.
  package static func result() -> Vector { vector("king") - vector("man") + vector("woman") }
}

@Sendable func analogyFigure() -> ComputedFigure {
  func point(_ name: String) -> Point { Point(Analogy.vector(name)[0], Analogy.vector(name)[1]) }
  let result = Analogy.result()
  let end = Point(result[0], result[1])
  let gender = Series("woman − man", look: 1, isSolid: true)
  let royal = Series("king − man", look: 2, isSolid: true)
  let panel = Panel(
    x: Axis("first entry", range: 0...0.9, ticks: [0, 0.2, 0.4, 0.6, 0.8]),
    y: Axis("second entry", range: 0...0.9, ticks: [0, 0.2, 0.4, 0.6, 0.8]), hasEqualUnits: true,
    marks: [
      .arrow(from: point("man"), to: point("woman"), gender), .arrow(from: point("king"), to: end, gender),
      .arrow(from: point("man"), to: point("king"), royal), .arrow(from: point("woman"), to: end, royal),
      .label("man", at: point("man"), .belowLeft, nil), .label("woman", at: point("woman"), .belowRight, nil),
      .label("king", at: point("king"), .aboveLeft, nil), .label("queen", at: end, .aboveRight, nil),
      .label("woman − man", at: Point(0.42, 0.245), .belowRight, gender),
      .label("king − man", at: Point(0.25, 0.46), .left, royal),
    ])
  let pair = { (v: Vector) in "(" + v.map { NumberText.fixed($0, decimals: 1) }.joined(separator: ", ") + ")" }
  let list = Analogy.words.map { "\($0.name) \(pair($0.vector))" }.joined(separator: ", ")
  return ComputedFigure(
    name: "analogy",
    caption:
      "King − man + woman, with Fillatre’s vectors: the same step leads from man to woman and from king to queen.",
    chart: Chart(
      title: "An analogy as a parallelogram",
      description: """
        Four words in the plane: \(list). They are the corners of a parallelogram: king − man + woman is \(pair(result)), \
        where queen lies.
        """,
      panels: [panel]))
}
