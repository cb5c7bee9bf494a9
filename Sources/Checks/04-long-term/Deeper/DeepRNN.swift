internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What a stack of recurrent layers must satisfy.
@Sendable func deepRNNChecks() -> ExerciseChecks {
  ExerciseChecks("deep-rnn", forwardChecks() + layerChecks() + [wholeCheck()])
}

private func forwardChecks() -> [Check] {
  [
    .agreement(
      "the states of one layer, each from the one before", points: 1,
      Function("layerStates", layerStates), ["x", "h0", "layer"]
    ) { g in
      let stack = g.stack(layers: 1)
      return [stack.x, stack.h0[0], stack.p.layers[0]]
    }.timeSteps(from: 1),

    .agreement(
      "the states of all layers, each layer reading the one below", points: 4,
      Function("stackedStates", stackedStates), ["x", "h0", "layers"]
    ) { g in
      let stack = g.stack()
      return [stack.x, stack.h0, stack.p.layers]
    },

    .agreement(
      "z_t = W_y h_t + b_y, h_t of the last layer", points: 1,
      Function("stackedScores", stackedScores), ["states", "Wy", "by"]
    ) { g in
      let stack = g.stack()
      let T = stack.x.count
      let states = stack.h0.map { start in (0..<T).map { _ in g.activations(start.count) } }
      return [states, stack.p.Wy, stack.p.by]
    }.timeSteps(from: 1),

    .agreement(
      "L = -sum_t log softmax(z_t)[y_t]", points: 2, Function("stackedLoss", stackedLoss), ["x", "y", "h0", "p"],
      plan: CasePlan(saturated: 6)
    ) { g in
      let stack = g.stack()
      return [stack.x, stack.y, stack.h0, stack.p]
    },
  ]
}

private func layerChecks() -> [Check] {
  [
    .agreement(
      "da_t of one layer, from above and from the future", points: 3,
      Function("stackedPreActivationGradients", stackedPreActivationGradients), ["above", "h", "Wh"]
    ) { g in
      let H = g.dimension()
      let T = g.length()
      return [g.vectors(T, of: H), (0..<T).map { _ in g.activations(H) }, g.weights(H, H)]
    }.timeSteps(from: 1),

    .agreement(
      "what goes down: W_x^T da_t", points: 1, Function("gradientForBelow", gradientForBelow), ["da", "Wx"]
    ) { g in
      let sizes = g.dimensions(1, 1)
      return [g.vectors(g.length(), of: sizes[0]), g.weights(sizes[0], sizes[1])]
    }.timeSteps(from: 1),

    .agreement(
      "dW_x, dW_h and db of one layer", points: 3,
      Function("stackedLayerGradients", stackedLayerGradients), ["da", "x", "h0", "h"]
    ) { g in
      let sizes = g.dimensions(1, 1)
      let (H, T) = (sizes[0], g.length())
      let h = (0..<T).map { _ in g.activations(H) }
      return [g.vectors(T, of: H), g.vectors(T, of: sizes[1]), g.activations(H), h]
    }.sumOverTime(of: Function("terms", contributions)),
  ]
}

private func wholeCheck() -> Check {
  .agreement(
    "the whole backward pass, layer by layer from the last", points: 5,
    Function("stackedGradients", stackedGradients), ["x", "y", "h0", "p"]
  ) { g in
    let stack = g.stack()
    return [stack.x, stack.y, stack.h0, stack.p]
  }.gradient(
    Gradient(
      of: Function("loss", stackedLoss),
      blocks: [("layers", "p.layers"), ("dh0", "h0"), ("dWy", "p.Wy"), ("dby", "p.by")],
      ownLoss: [Gradient.Stage("stackedLoss") { arguments, _ in arguments }]))
}

/// What each step adds to the gradients of one layer.
private func contributions(_ da: [Vector], _ x: [Vector], _ h0: Vector, _ h: [Vector]) -> [StackLayerGradients] {
  da.indices.map { t in
    StackLayerGradients(dWx: outer(da[t], x[t]), dWh: outer(da[t], t == 0 ? h0 : h[t - 1]), db: da[t])
  }
}

/// A stack, a text for it, and the states that the layers start from.
private struct Stack {
  var x: [Vector]
  var y: [Int]
  var h0: [Vector]
  var p: StackParameters
}

extension CaseGenerator {
  /// A stack of one to three layers, or of the given number, each of a size of its own; no starting state is zero.
  fileprivate mutating func stack(layers: Int? = nil) -> Stack {
    let sizes = dimensions(1, 1, 1, 1, 2)
    let count = layers ?? (size == .small || size == .long ? 2 : integer(in: 1...3))
    let units = Array(sizes[1...count])
    var stack: [StackLayer] = []
    for (inputs, H) in zip(sizes, units) {
      let b = size == .saturated ? extremes(H) : weights(H)
      stack.append(StackLayer(Wx: weights(H, inputs), Wh: weights(H, H), b: b))
    }
    let (D, V, H) = (sizes[0], sizes[4], units[count - 1])
    let p = StackParameters(
      layers: stack, Wy: weights(V, H), by: size == .saturated ? extremes(V) : weights(V))
    let T = length()
    return Stack(x: vectors(T, of: D), y: indices(T, below: V), h0: units.map { activations($0) }, p: p)
  }
}
