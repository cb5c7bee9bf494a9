internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What backpropagation through time must satisfy.
@Sendable func bpttChecks() -> ExerciseChecks {
  ExerciseChecks("bptt", forwardChecks() + stepChecks() + sumChecks() + [backwardCheck()])
}

private func forwardChecks() -> [Check] {
  [
    .agreement(
      "h_t = tanh(W_h h_{t-1} + W_x x_t + b_h), z_t = W_y h_t + b_y", points: 2,
      Function("rnnForward", rnnForward), ["x", "h0", "p"]
    ) { g in
      let network = g.network()
      return [network.x, network.h0, network.p]
    }.timeSteps("h", from: 0).timeSteps("z", from: 1),

    .agreement(
      "L = -sum_t log softmax(z_t)[y_t]", points: 1, Function("sequenceLoss", sequenceLoss), ["z", "y"],
      plan: CasePlan(saturated: 6)
    ) { g in
      let V = g.dimension(atLeast: 2)
      let T = g.length()
      return [(0..<T).map { _ in g.extremes(V) }, g.indices(T, below: V)]
    },
  ]
}

private func stepChecks() -> [Check] {
  [
    .agreement(
      "dz_t = softmax(z_t) - one-hot(y_t)", points: 2, Function("scoreGradient", scoreGradient), ["z", "y"],
      plan: .manyExtremes
    ) { g in
      let V = g.dimension(atLeast: 2)
      return [g.extremes(V), g.index(below: V)]
    },

    .agreement(
      "dh_t = W_y^T dz_t + W_h^T da_{t+1}", points: 2,
      Function("stateGradient", stateGradient), ["dz", "daNext", "Wy", "Wh"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 2)
      let (H, V) = (sizes[0], sizes[1])
      return [g.vector(V), g.vector(H), g.weights(V, H), g.weights(H, H)]
    },

    .agreement(
      "da_t = dh_t .* (1 - h_t .* h_t)", points: 2,
      Function("preActivationGradient", preActivationGradient), ["dh", "h"], plan: .withoutTime
    ) { g in
      let H = g.dimension()
      return [g.vector(H), g.activations(H)]
    },
  ]
}

private func sumChecks() -> [Check] {
  [
    .agreement(
      "dW_y = sum_t dz_t h_t^T", points: 1, Function("outputWeightGradient", outputWeightGradient), ["dz", "h"]
    ) { g in
      let sizes = g.dimensions(1, 2)
      let T = g.length()
      return [g.vectors(T, of: sizes[1]), g.states(T, sizes[0])]
    }.sumOverTime(
      of: Function("terms") { (dz: [Vector], h: [Vector]) in zip(dz, h.dropFirst()).map { outer($0, $1) } }),

    .agreement(
      "dW_h = sum_t da_t h_{t-1}^T", points: 2,
      Function("recurrentWeightGradient", recurrentWeightGradient), ["da", "h"]
    ) { g in
      let H = g.dimension()
      let T = g.length()
      return [g.vectors(T, of: H), g.states(T, H)]
    }.sumOverTime(of: Function("terms") { (da: [Vector], h: [Vector]) in zip(da, h).map { outer($0, $1) } }),

    .agreement(
      "dW_x = sum_t da_t x_t^T", points: 1, Function("inputWeightGradient", inputWeightGradient), ["da", "x"]
    ) { g in
      let sizes = g.dimensions(1, 1)
      let T = g.length()
      return [g.vectors(T, of: sizes[0]), g.vectors(T, of: sizes[1])]
    }.sumOverTime(of: Function("terms") { (da: [Vector], x: [Vector]) in zip(da, x).map { outer($0, $1) } }),

    .agreement(
      "db_h = sum_t da_t, db_y = sum_t dz_t", points: 1, Function("biasGradient", biasGradient), ["d"]
    ) { g in
      let size = g.dimension()
      return [g.vectors(g.length(), of: size)]
    }.sumOverTime(of: Function("terms") { (d: [Vector]) in d }),

    .agreement(
      "dh_0 = W_h^T da_1", points: 1,
      Function("initialStateGradient", initialStateGradient), ["da1", "Wh"], plan: .withoutTime
    ) { g in
      let H = g.dimension()
      return [g.vector(H), g.weights(H, H)]
    },
  ]
}

private func backwardCheck() -> Check {
  .agreement(
    "the whole backward pass: dW_x, dW_h, db_h, dW_y, db_y and dh_0", points: 5,
    Function("bptt", bptt), ["x", "y", "h0", "p"]
  ) { g in
    let network = g.network()
    return [network.x, g.indices(network.x.count, below: network.p.by.count), network.h0, network.p]
  }.gradient(
    Gradient(
      of: Function("loss") { (x: [Vector], y: [Int], h0: Vector, p: RNNParameters) in
        sequenceLoss(rnnForward(x, h0, p).z, y)
      },
      blocks: [
        ("dWx", "p.Wx"), ("dWh", "p.Wh"), ("dbh", "p.bh"), ("dWy", "p.Wy"), ("dby", "p.by"), ("dh0", "h0"),
      ],
      ownLoss: [
        Gradient.Stage("rnnForward") { arguments, _ in [arguments[0], arguments[2], arguments[3]] },
        Gradient.Stage("sequenceLoss") { arguments, states in [states["z"] ?? .none, arguments[1]] },
      ])
  ).sumOverTime(of: Function("terms", contributions))
}

/// What each time step adds to the gradients; h_0 is used by the first step alone.
private func contributions(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> [RNNGradients] {
  let states = rnnForward(x, h0, p)
  var terms: [RNNGradients] = []
  var daNext = Vector.zeros(h0.count)
  for t in x.indices.reversed() {
    let dz = scoreGradient(states.z[t], y[t])
    let da = preActivationGradient(stateGradient(dz, daNext, p.Wy, p.Wh), states.h[t + 1])
    terms.append(
      RNNGradients(
        dWx: outer(da, x[t]), dWh: outer(da, states.h[t]), dbh: da, dWy: outer(dz, states.h[t + 1]), dby: dz,
        dh0: t == 0 ? initialStateGradient(da, p.Wh) : Vector.zeros(h0.count)))
    daNext = da
  }
  return terms.reversed()
}

extension CaseGenerator {
  /// A network and a sequence for it; the initial state is not zero.
  fileprivate mutating func network() -> (x: [Vector], h0: Vector, p: RNNParameters) {
    let sizes = dimensions(1, 1, 2)
    let (H, D, V) = (sizes[0], sizes[1], sizes[2])
    let p = RNNParameters(
      Wx: weights(H, D), Wh: weights(H, H), bh: size == .saturated ? extremes(H) : weights(H), Wy: weights(V, H),
      by: size == .saturated ? extremes(V) : weights(V))
    return (vectors(length(), of: D), activations(H), p)
  }

  /// The states from h_0 to h_T, values of the tanh.
  fileprivate mutating func states(_ length: Int, _ count: Int) -> [Vector] {
    (0...length).map { _ in activations(count) }
  }
}
