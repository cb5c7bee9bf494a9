internal import Charts
internal import LinearAlgebra

@testable internal import Solutions

/// How many rows of the table one pair of words changes, counted in what the references return.
package enum SoftmaxCost {
  /// The number of negatives.
  package static let negatives = 5

  /// The sizes of vocabulary that are measured.
  package static let sizes = [10, 100, 1_000, 10_000]

  /// The rows with a gradient for each size of vocabulary.
  package static func measured() -> [(V: Int, softmax: Int, sampling: Int)] {
    var draws = Draws(seed: 3)
    let D = 3
    return sizes.map { V in
      let v = draws.vector(D)
      let U = draws.weights(V, D)
      let words = (1...negatives).map { $0 * (V / (negatives + 1)) }
      let dense = softmaxGradients(v, U, 0).dU
      let touched = (0..<V).count { dense[row: $0].contains { $0 != 0 } }
      return (V, touched, samplingGradients(v, U, 0, words).dU.count)
    }
  }
}

@Sendable func softmaxCostFigure() -> ComputedFigure {
  let measured = SoftmaxCost.measured()
  let softmax = Series("full softmax", look: 1)
  let sampling = Series("\(SoftmaxCost.negatives) negatives", look: 2)
  let (last, first) = (measured[measured.count - 1], measured[0])
  let panel = Panel(
    x: Axis("words in the vocabulary, *V*", kind: .logarithmic, range: 10...10_000),
    y: Axis("rows changed by one pair", kind: .logarithmic, range: 1...10_000),
    marks: [
      .line(measured.map { Point(Double($0.V), Double($0.softmax)) }, softmax),
      .points(measured.map { Point(Double($0.V), Double($0.softmax)) }, softmax),
      .line(measured.map { Point(Double($0.V), Double($0.sampling)) }, sampling),
      .points(measured.map { Point(Double($0.V), Double($0.sampling)) }, sampling),
      .label("full softmax: all *V*", at: Point(1_000, 1_000), .aboveLeft, softmax),
      .label(
        "\(SoftmaxCost.negatives) negatives: \(last.sampling)", at: Point(1_000, Double(last.sampling)), .above,
        sampling),
    ])
  return ComputedFigure(
    name: "softmax-cost",
    caption: """
      Counted: the rows of the table that have a gradient in what the two references return for one pair of words. Each \
      costs the same few products of vectors.
      """,
    chart: Chart(
      title: "What one pair of words costs as the vocabulary grows",
      description: """
        Both axes are logarithmic. The full softmax changes every row of the table, \(first.softmax) of \(first.V) and \
        \(NumberText.fixed(Double(last.softmax), decimals: 0)) of \(NumberText.fixed(Double(last.V), decimals: 0)). Sampling \
        with \(SoftmaxCost.negatives) negatives changes \(first.sampling) and \(last.sampling) of them: its line is level.
        """,
      panels: [panel]))
}
