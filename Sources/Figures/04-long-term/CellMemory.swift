internal import Charts
internal import LinearAlgebra

@testable internal import Solutions

/// The lesson's LSTM of one unit: it stores at the first step and holds afterwards.
package enum CellMemory {
  /// The cells and hidden states from step 0 on.
  package static func states(steps: Int) -> [(c: Double, h: Double)] {
    let p = LSTMParameters(
      Wf: [[0, -8]], Wi: [[0, 8]], Wo: [[0, 0]], Wc: [[0.5, 2]], bf: [4], bi: [-4], bo: [2], bc: [0])
    let x = (1...steps).map { Vector([$0 == 1 ? 1 : 0]) }
    let initial = LSTMState(h: [0], c: [-1])
    return ([initial] + lstmSequence(initial, x, p)).map { ($0.c[0], $0.h[0]) }
  }
}

@Sendable func cellMemoryFigure() -> ComputedFigure {
  let steps = 30
  let states = CellMemory.states(steps: steps)
  func marks(_ name: String, _ look: Int, _ value: ((c: Double, h: Double)) -> Double) -> [Mark] {
    let points = states.enumerated().map { Point(Double($0), value($1)) }
    return [
      .line(points, Series(name, look: look, naming: .end, isSolid: true)), .points(points, Series(name, look: look)),
    ]
  }
  let panel = Panel(
    x: Axis("step *t*", range: 0...Double(steps), ticks: [0, 5, 10, 15, 20, 25, 30]),
    y: Axis("", range: -1...1.2, ticks: [-1, -0.5, 0, 0.5, 1]), height: 210,
    marks: marks("*c*_{t}", 1, \.c) + marks("*h*_{t}", 2, \.h) + [
      .label("store", at: Point(1, states[1].c), .aboveRight, nil),
      .label("hold", at: Point(15, states[15].c), .above, nil),
    ])
  return ComputedFigure(
    name: "cell-memory",
    caption: "The cell of the example: one step stores, the others hold. What is shown follows the memory.",
    chart: Chart(
      title: "An LSTM stores a value and holds it",
      description: """
        The cell starts at −1. The first step, with input 1, overwrites it with \
        \(NumberText.fixed(states[1].c, decimals: 2)); in the \(steps - 1) steps with input 0 that follow it changes \
        slowly, to \(NumberText.fixed(states[steps].c, decimals: 2)). The hidden state is smaller throughout, \
        \(NumberText.fixed(states[1].h, decimals: 2)) after the first step and \
        \(NumberText.fixed(states[steps].h, decimals: 2)) in the end.
        """,
      panels: [panel]))
}
