internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the gates of a GRU must satisfy.
@Sendable func gruGatesChecks() -> ExerciseChecks {
  ExerciseChecks("gru-gates", gateChecks() + stateChecks() + stepChecks())
}

private func gateChecks() -> [Check] {
  [
    gateCheck("z_t = sigmoid(W_z [h_{t-1}, x_t] + b_z)", Function("gruUpdateGate", gruUpdateGate)),
    gateCheck("r_t = sigmoid(W_r [h_{t-1}, x_t] + b_r)", Function("gruResetGate", gruResetGate)),
  ]
}

private func gateCheck(_ name: String, _ function: Function) -> Check {
  .agreement(name, points: 1, function, ["h", "x", "p"], plan: .manyExtremes) { g in
    let sizes = g.dimensions(1, 1)
    let (H, D) = (sizes[0], sizes[1])
    return [g.activations(H), g.vector(D), g.parameters(H, D, extremeBiases: true)]
  }
}

private func stateChecks() -> [Check] {
  [
    .agreement(
      "h~_t = tanh(W_h (r_t .* h_{t-1}) + W_x x_t + b_h)", points: 2,
      Function("gruCandidate", gruCandidate), ["h", "x", "r", "p"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 1)
      let (H, D) = (sizes[0], sizes[1])
      return [g.activations(H), g.vector(D), g.gates(H), g.parameters(H, D, extremeBiases: true)]
    },

    .agreement(
      "h_t = z_t .* h_{t-1} + (1 - z_t) .* h~_t", points: 2,
      Function("gruHidden", gruHidden), ["z", "h", "candidate"], plan: .manyExtremes
    ) { g in
      let H = g.dimension()
      return [g.gates(H), g.vector(H), g.activations(H)]
    },
  ]
}

private func stepChecks() -> [Check] {
  [
    .agreement(
      "one step: h_t from h_{t-1} and x_t", points: 2, Function("gruStep", gruStep), ["h", "x", "p"],
      plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 1)
      let (H, D) = (sizes[0], sizes[1])
      return [g.activations(H), g.vector(D), g.parameters(H, D)]
    },

    .agreement(
      "a sequence: the states h_1 to h_T", points: 2, Function("gruSequence", gruSequence), ["h0", "x", "p"]
    ) { g in
      let sizes = g.dimensions(1, 1)
      let (H, D) = (sizes[0], sizes[1])
      return [g.activations(H), g.vectors(g.length(), of: D), g.parameters(H, D)]
    }.timeSteps(from: 1),
  ]
}

extension CaseGenerator {
  /// The parameters of a GRU; in saturated cases the biases may reach +-1000.
  fileprivate mutating func parameters(_ H: Int, _ D: Int, extremeBiases: Bool = false) -> GRUParameters {
    GRUParameters(
      Wz: weights(H, H + D), Wr: weights(H, H + D), bz: bias(H, extremeBiases), br: bias(H, extremeBiases),
      Wh: weights(H, H), Wx: weights(H, D), bh: bias(H, extremeBiases))
  }

  private mutating func bias(_ count: Int, _ extreme: Bool) -> Vector {
    extreme && size == .saturated ? extremes(count) : weights(count)
  }
}
