internal import Charts
package import LinearAlgebra

@testable internal import Solutions

/// Two ways to make a gradient smaller, and what each does to its direction.
package enum Clipping {
  /// The threshold of the figure.
  package static let threshold = 1.0

  /// The gradients of the figure; the last is smaller than the threshold.
  package static let gradients: [Vector] = [[2.4, 0.6], [-0.8, 1.6], [0.5, -0.6]]

  /// The gradient scaled down to the threshold's length where it is longer.
  package static func byNorm(_ g: Vector, _ threshold: Double) -> Vector {
    Vector(clipByNorm([column(g)], threshold)[0].elements)
  }

  /// Every entry brought into the interval from minus the threshold to the threshold.
  package static func byValue(_ g: Vector, _ threshold: Double) -> Vector {
    Vector(clipByValue([column(g)], threshold)[0].elements)
  }

  /// The cosine of the angle between two vectors.
  package static func cosine(_ a: Vector, _ b: Vector) -> Double { directionCosine([column(a)], [column(b)]) }

  /// A vector as a block of one column.
  private static func column(_ v: Vector) -> Matrix { Matrix(rows: v.count, columns: 1, elements: v.elements) }
}

@Sendable func clippingFigure() -> ComputedFigure {
  let before = Series("gradient", look: 6, naming: .legend, isSolid: false)
  let after = Series("clipped", look: 2, naming: .legend, isSolid: true)
  let allowed = Series("allowed", look: 3, isSolid: true)
  let circle = (0..<72).map { step -> Point in
    let angle = Double(step) * .pi / 36
    return Point(cosine(angle), cosine(angle - .pi / 2))
  }
  let square = [Point(-1, -1), Point(1, -1), Point(1, 1), Point(-1, 1)]

  func panel(_ heading: String, _ region: [Point], _ clip: (Vector, Double) -> Vector) -> Panel {
    var marks: [Mark] = [.region(region, allowed)]
    for g in Clipping.gradients { marks.append(.arrow(from: Point(0, 0), to: Point(g[0], g[1]), before)) }
    for g in Clipping.gradients {
      let clipped = clip(g, Clipping.threshold)
      marks.append(.arrow(from: Point(0, 0), to: Point(clipped[0], clipped[1]), after))
    }
    return Panel(
      heading: heading, x: Axis("*g*_{1}", range: -1.3...2.6, ticks: [-1, 0, 1, 2]),
      y: Axis("*g*_{2}", range: -1.2...1.9, ticks: [-1, 0, 1]), hasEqualUnits: true, marks: marks)
  }

  let first = Clipping.gradients[0]
  let value = Clipping.byValue(first, Clipping.threshold)
  let norm = Clipping.byNorm(first, Clipping.threshold)
  let words = { (v: Vector) in "(" + v.map { NumberText.fixed($0, decimals: 2) }.joined(separator: ", ") + ")" }
  return ComputedFigure(
    name: "clipping",
    caption: """
      Clipping by norm shortens a gradient and keeps its direction; clipping by value cuts each entry, and the direction \
      changes. What is small enough stays as it is.
      """,
    chart: Chart(
      title: "Clipping by norm and by value, in two dimensions",
      description: """
        Two panels with the same three gradients, threshold 1. By norm, the gradient \(words(first)) becomes \(words(norm)), \
        which has the same direction. By value it becomes \(words(value)): the cosine of the angle between the two is \
        \(NumberText.fixed(Clipping.cosine(first, value), decimals: 2)). The gradient \(words(Clipping.gradients[2])), inside \
        the circle and inside the square, is left alone by both.
        """,
      panels: [panel("By norm", circle, Clipping.byNorm), panel("By value", square, Clipping.byValue)],
      arrangement: .row))
}
