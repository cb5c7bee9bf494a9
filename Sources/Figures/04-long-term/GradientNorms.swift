internal import Charts
internal import LinearAlgebra

@testable internal import Solutions

/// How the gradient of the last state shrinks or lasts on its way back, in four untrained cells.
///
/// The loss is `u . h_T` with a fixed vector `u` of length 1, so that every gradient begins with length 1. All cells read
/// the same inputs. An LSTM's gradient is that with respect to its whole state, `h` and `c`.
package enum GradientNorms {
  /// The sizes of the figure.
  package static let (steps, hiddenSize, inputSize) = (50, 8, 4)

  /// The bias of the gate that keeps: the LSTM's forget gate, the GRU's update gate.
  package static let keepingBias = 3.0

  /// The norms of the gradient with respect to the states from h_T back to h_0, by the cell's name.
  package static func all() -> [(name: String, norms: [Double])] {
    var draws = Draws(seed: 2)
    let x = (0..<steps).map { _ in draws.vector(inputSize) }
    let direction = draws.vector(hiddenSize)
    let u = direction / direction.norm
    return [
      ("tanh RNN", vanilla(x, u, &draws)), ("IRNN", identity(x, u, &draws)), ("LSTM", lstm(x, u, &draws)),
      ("GRU", gru(x, u, &draws)),
    ]
  }

  /// The tanh cell: each step back is the reference's own.
  private static func vanilla(_ x: [Vector], _ u: Vector, _ draws: inout Draws) -> [Double] {
    let (H, D) = (hiddenSize, inputSize)
    let p = RNNParameters(
      Wx: draws.weights(H, D), Wh: draws.weights(H, H), bh: .zeros(H), Wy: .zeros(1, H), by: .zeros(1))
    let h = rnnForward(x, .zeros(H), p).h
    var dh = u
    var norms = [dh.norm]
    for t in x.indices.reversed() {
      let da = preActivationGradient(dh, h[t + 1])
      dh = stateGradient([0], da, p.Wy, p.Wh)
      norms.append(dh.norm)
    }
    return norms
  }

  /// The cell of Le, Jaitly and Hinton: h_t = relu(W_h h_{t-1} + W_x x_t), with W_h the identity and small W_x.
  private static func identity(_ x: [Vector], _ u: Vector, _ draws: inout Draws) -> [Double] {
    let (H, D) = (hiddenSize, inputSize)
    let Wh = Matrix.identity(H)
    let Wx = 0.3 * draws.weights(H, D)
    var h = [Vector](repeating: .ones(H), count: 1)
    for input in x { h.append(relu(Wh * h[h.count - 1] + Wx * input)) }
    var dh = u
    var norms = [dh.norm]
    for t in x.indices.reversed() {
      let da = dh .* h[t + 1].map { $0 > 0 ? 1 : 0 }
      dh = Wh.transposed * da
      norms.append(dh.norm)
    }
    return norms
  }

  private static func lstm(_ x: [Vector], _ u: Vector, _ draws: inout Draws) -> [Double] {
    let (H, D) = (hiddenSize, inputSize)
    let p = LSTMParameters(
      Wf: draws.weights(H, H + D), Wi: draws.weights(H, H + D), Wo: draws.weights(H, H + D),
      Wc: draws.weights(H, H + D), bf: Vector(repeating: keepingBias, count: H), bi: .zeros(H), bo: .zeros(H),
      bc: .zeros(H))
    return norms(x, from: .zeros(2 * H), gradient: concatenate(u, .zeros(H))) { state, input in
      let next = lstmStep(LSTMState(h: Vector(state.prefix(H)), c: Vector(state.dropFirst(H))), input, p)
      return concatenate(next.h, next.c)
    }
  }

  private static func gru(_ x: [Vector], _ u: Vector, _ draws: inout Draws) -> [Double] {
    let (H, D) = (hiddenSize, inputSize)
    let p = GRUParameters(
      Wz: draws.weights(H, H + D), Wr: draws.weights(H, H + D), bz: Vector(repeating: keepingBias, count: H),
      br: .zeros(H), Wh: draws.weights(H, H), Wx: draws.weights(H, D), bh: .zeros(H))
    return norms(x, from: .zeros(H), gradient: u) { gruStep($0, $1, p) }
  }

  /// Takes a gradient back step by step, each time by central differences of one step of the reference.
  ///
  /// A step's derivative is found to about ten digits, and so is the product, however small it becomes; a difference over
  /// all steps at once would drown in rounding.
  private static func norms(
    _ x: [Vector], from initial: Vector, gradient: Vector, step: (Vector, Vector) -> Vector
  ) -> [Double] {
    var states = [initial]
    for input in x { states.append(step(states[states.count - 1], input)) }
    let width = 1e-5
    var gradient = gradient
    var norms = [gradient.norm]
    for t in x.indices.reversed() {
      gradient = Vector(
        initial.indices.map { entry in
          var (up, down) = (states[t], states[t])
          up[entry] += width
          down[entry] -= width
          return dot(gradient, step(up, x[t]) - step(down, x[t])) / (2 * width)
        })
      norms.append(gradient.norm)
    }
    return norms
  }
}

@Sendable func gradientNormsFigure() -> ComputedFigure {
  let all = GradientNorms.all()
  let last = Double(GradientNorms.steps)
  let lines = all.enumerated().map { index, cell in
    Mark.line(
      cell.norms.enumerated().map { Point(Double($0), $1) }, Series(cell.name, look: index + 1, naming: .end))
  }
  let panel = Panel(
    x: Axis("steps back from the loss", range: 0...last, ticks: [0, 10, 20, 30, 40, 50]),
    y: Axis("length of the gradient", kind: .logarithmic), height: 250, marks: lines)
  let ends = all.map { "\($0.name) \(NumberText.short($0.norms.last ?? 0))" }.joined(separator: ", ")
  return ComputedFigure(
    name: "gradient-norms",
    caption: """
      Four untrained cells of \(GradientNorms.hiddenSize) units with random weights read the same random inputs; the gates \
      that keep have a bias of \(NumberText.fixed(GradientNorms.keepingBias, decimals: 0)).
      """,
    chart: Chart(
      title: "The gradient's length on its way back through \(GradientNorms.steps) steps",
      description: """
        Four curves on a logarithmic axis, all beginning with length 1 at the last step. After \(GradientNorms.steps) steps \
        back there is left: \(ends). The tanh RNN loses almost the same factor at every step; gates that are nearly open let \
        far more of the gradient through.
        """,
      panels: [panel]))
}
