internal import Charts
internal import LinearAlgebra

@testable internal import Solutions

/// How long a gradient is that passes back through the same fresh weights again and again, all rectified units being active.
///
/// An active unit has the slope 1, so that a step back is a product with the transposed matrix and nothing else.
package enum FirstWeights {
  /// The sizes of the figure.
  package static let (units, steps) = (16, 30)

  /// The lengths of the gradients from the loss back, by the name of the weights.
  package static func all() -> [(name: String, norms: [Double])] {
    var draws = Draws(seed: 5)
    func share(_ number: Double) -> Double { (number + 1) / 2 }
    func uniform() -> Matrix {
      Matrix(rows: units, columns: units, elements: (0..<units * units).map { _ in share(draws.number()) })
    }
    func normal() -> Double {
      // Box and Muller: two uniform numbers make a normal one. 1 - u is never 0.
      let radius = (-2 * log(1 - share(draws.number()))).squareRoot()
      return radius * cosine(.pi * draws.number())
    }
    let start = Vector((0..<units).map { _ in share(draws.number()) })
    let u = uniform()
    let R = Matrix(rows: units, columns: units, elements: (0..<units * units).map { _ in normal() })
    let A = rowCovariance(R)
    let direction = dominantDirection(A + .identity(units), .ones(units), 500)
    return [
      ("small", spreadWeights(u, 0.2)), ("Xavier", xavierWeights(u)), ("He", heWeights(u)),
      ("IRNN", irnnWeights(units)), ("np-RNN", npRNNWeights(A, direction)),
    ].map { ($0.0, norms($0.1, start / start.norm)) }
  }

  private static func norms(_ Wh: Matrix, _ direction: Vector) -> [Double] {
    var dh = direction
    var norms = [dh.norm]
    for _ in 1...steps {
      dh = Wh.transposed * dh
      norms.append(dh.norm)
    }
    return norms
  }
}

@Sendable func firstWeightsFigure() -> ComputedFigure {
  let all = FirstWeights.all()
  let steps = FirstWeights.steps
  let lines = all.enumerated().map { index, weights in
    Mark.line(
      weights.norms.enumerated().map { Point(Double($0), $1) }, Series(weights.name, look: index + 1, naming: .end))
  }
  let at = { (step: Int) in all.map { "\($0.name) \(NumberText.short($0.norms[step]))" }.joined(separator: ", ") }
  return ComputedFigure(
    name: "first-weights",
    caption: """
      A gradient passes back through \(FirstWeights.units) rectified units that are all active, by fresh weights of five kinds.
      """,
    chart: Chart(
      title: "The length of a gradient over \(steps) steps back, with five kinds of first weights",
      description: """
        Five curves on a logarithmic axis, all beginning with length 1; small weights are spread over −0.2 to 0.2. After 10 \
        steps: \(at(10)). After \(steps) steps: \(at(steps)). The identity of the IRNN changes nothing; the np-RNN keeps \
        what lies along one direction.
        """,
      panels: [
        Panel(
          x: Axis("steps back from the loss", range: 0...Double(steps), ticks: [0, 5, 10, 15, 20, 25, 30]),
          y: Axis("length of the gradient", kind: .logarithmic), height: 230, marks: lines)
      ]))
}
