internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the gates of an LSTM must satisfy.
@Sendable func lstmGatesChecks() -> ExerciseChecks {
  ExerciseChecks("lstm-gates", gateChecks() + cellChecks() + stepChecks() + [splitCheck()])
}

private func gateChecks() -> [Check] {
  [
    gateCheck("f_t = sigmoid(W_f [h_{t-1}, x_t] + b_f)", Function("lstmForgetGate", lstmForgetGate)),
    gateCheck("i_t = sigmoid(W_i [h_{t-1}, x_t] + b_i)", Function("lstmInputGate", lstmInputGate)),
    gateCheck("o_t = sigmoid(W_o [h_{t-1}, x_t] + b_o)", Function("lstmOutputGate", lstmOutputGate)),
    gateCheck("c~_t = tanh(W_c [h_{t-1}, x_t] + b_c)", Function("lstmCandidate", lstmCandidate)),
  ]
}

private func gateCheck(_ name: String, _ function: Function) -> Check {
  .agreement(name, points: 1, function, ["h", "x", "p"], plan: .withoutTime) { g in
    let sizes = g.dimensions(1, 1)
    let (H, D) = (sizes[0], sizes[1])
    return [g.activations(H), g.vector(D), g.parameters(H, D, extremeBiases: true)]
  }
}

private func cellChecks() -> [Check] {
  [
    .agreement(
      "c_t = f_t .* c_{t-1} + i_t .* c~_t", points: 2,
      Function("lstmCell", lstmCell), ["f", "i", "candidate", "c"], plan: .manyExtremes
    ) { g in
      let H = g.dimension()
      return [g.gates(H), g.gates(H), g.activations(H), g.vector(H)]
    },

    .agreement(
      "h_t = o_t .* tanh(c_t)", points: 2, Function("lstmHidden", lstmHidden), ["o", "c"], plan: .manyExtremes
    ) { g in
      let H = g.dimension()
      return [g.gates(H), g.extremes(H)]
    },
  ]
}

private func stepChecks() -> [Check] {
  [
    .agreement(
      "one step: h_t and c_t from h_{t-1}, c_{t-1} and x_t", points: 2,
      Function("lstmStep", lstmStep), ["previous", "x", "p"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 1)
      let (H, D) = (sizes[0], sizes[1])
      return [g.state(H), g.vector(D), g.parameters(H, D)]
    },

    .agreement(
      "a sequence: the states after x_1 to x_T", points: 2,
      Function("lstmSequence", lstmSequence), ["initial", "x", "p"]
    ) { g in
      let sizes = g.dimensions(1, 1)
      let (H, D) = (sizes[0], sizes[1])
      return [g.state(H), g.vectors(g.length(), of: D), g.parameters(H, D)]
    }.timeSteps(from: 1),
  ]
}

private func splitCheck() -> Check {
  .agreement(
    "W [h, x] = W_h h + W_x x", points: 1, Function("splitWeights", splitWeights), ["W", "hiddenSize"],
    plan: .withoutTime
  ) { g in
    let sizes = g.dimensions(1, 1, 1)
    let (H, D) = (sizes[0], sizes[1])
    let rows = [H, 4 * H, sizes[2]][g.index(below: 3)]
    return [g.weights(rows, H + D), H]
  }
}

extension CaseGenerator {
  /// The parameters of an LSTM; in saturated cases the biases may reach +-1000.
  fileprivate mutating func parameters(_ H: Int, _ D: Int, extremeBiases: Bool = false) -> LSTMParameters {
    LSTMParameters(
      Wf: weights(H, H + D), Wi: weights(H, H + D), Wo: weights(H, H + D), Wc: weights(H, H + D),
      bf: bias(H, extremeBiases), bi: bias(H, extremeBiases), bo: bias(H, extremeBiases), bc: bias(H, extremeBiases))
  }

  private mutating func bias(_ count: Int, _ extreme: Bool) -> Vector {
    extreme && size == .saturated ? extremes(count) : weights(count)
  }

  /// A state that is not zero; in saturated cases some cells are as large as +-1000.
  fileprivate mutating func state(_ H: Int) -> LSTMState { LSTMState(h: activations(H), c: extremes(H)) }
}
