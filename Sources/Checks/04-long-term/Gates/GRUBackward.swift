internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the backward pass of a GRU must satisfy.
@Sendable func gruBackwardChecks() -> ExerciseChecks {
  ExerciseChecks("gru-backward", forwardChecks() + lineChecks() + stepChecks() + sumChecks() + [backwardCheck()])
}

private func forwardChecks() -> [Check] {
  [
    .agreement(
      "one step forward: z_t, r_t, h~_t and h_t", points: 1, Function("gruTrace", gruTrace), ["h", "x", "p"],
      plan: .withoutTime
    ) { g in
      let network = g.network()
      return [network.h0, network.x[0], network.p]
    },

    .agreement("all steps forward", points: 1, Function("gruTraces", gruTraces), ["h0", "x", "p"]) { g in
      let network = g.network()
      return [network.h0, network.x, network.p]
    }.timeSteps(from: 1),
  ]
}

private func lineChecks() -> [Check] {
  [
    lineCheck("dh~_t = dh_t .* (1 - z_t)", Function("gruCandidateGradient", gruCandidateGradient), ["dh", "z"]) {
      g, H in
      [g.vector(H), g.gates(H)]
    },
    lineCheck(
      "dz_t = dh_t .* (h_{t-1} - h~_t)", Function("gruUpdateGradient", gruUpdateGradient), ["dh", "h", "candidate"]
    ) { g, H in [g.vector(H), g.vector(H), g.activations(H)] },
    lineCheck(
      "through the logistic function: d .* gate .* (1 - gate)",
      Function("gruGateScoreGradient", gruGateScoreGradient), ["d", "gate"]
    ) { g, H in [g.vector(H), g.gates(H)] },
    lineCheck(
      "through the tanh: d .* (1 - h~_t .* h~_t)", Function("gruCandidateScoreGradient", gruCandidateScoreGradient),
      ["d", "candidate"]
    ) { g, H in [g.vector(H), g.activations(H)] },
    lineCheck(
      "what the candidate sees: W_h^T dac_t", Function("gruVisibleGradient", gruVisibleGradient), ["dac", "Wh"]
    ) { g, H in [g.vector(H), g.weights(H, H)] },
  ]
}

private func lineCheck(
  _ name: String, _ function: Function, _ parameters: [String],
  _ arguments: @escaping (inout CaseGenerator, Int) -> [Any]
) -> Check {
  .agreement(name, points: 1, function, parameters, plan: .withoutTime) { g in
    let H = g.dimension()
    return arguments(&g, H)
  }
}

private func stepChecks() -> [Check] {
  [
    .agreement(
      "daz_t, dar_t and dac_t of one step", points: 2, Function("gruScoreGradients", gruScoreGradients),
      ["dh", "h", "step", "p"], plan: .withoutTime
    ) { g in
      let network = g.network()
      let H = network.h0.count
      return [g.vector(H), network.h0, g.trace(H), network.p]
    },

    .agreement(
      "dh_{t-1} by all four ways", points: 2, Function("gruPreviousGradient", gruPreviousGradient),
      ["dh", "step", "d", "p"], plan: .withoutTime
    ) { g in
      let network = g.network()
      let H = network.h0.count
      let d = GRUScoreGradients(daz: g.vector(H), dar: g.vector(H), dac: g.vector(H))
      return [g.vector(H), g.trace(H), d, network.p]
    },
  ]
}

private func sumChecks() -> [Check] {
  [
    .agreement(
      "dW_z and dW_r: sum_t da_t [h_{t-1}, x_t]^T", points: 1,
      Function("gruGateWeightGradient", gruGateWeightGradient), ["da", "h", "x"]
    ) { g in
      let sizes = g.dimensions(1, 1)
      let T = g.length()
      return [g.vectors(T, of: sizes[0]), g.vectors(T, of: sizes[0]), g.vectors(T, of: sizes[1])]
    }.sumOverTime(
      of: Function("terms") { (da: [Vector], h: [Vector], x: [Vector]) in
        da.indices.map { outer(da[$0], concatenate(h[$0], x[$0])) }
      }),

    .agreement(
      "dW_h = sum_t dac_t (r_t .* h_{t-1})^T", points: 1,
      Function("gruRecurrentWeightGradient", gruRecurrentWeightGradient), ["dac", "r", "h"]
    ) { g in
      let H = g.dimension()
      let T = g.length()
      return [g.vectors(T, of: H), (0..<T).map { _ in g.gates(H) }, g.vectors(T, of: H)]
    }.sumOverTime(
      of: Function("terms") { (dac: [Vector], r: [Vector], h: [Vector]) in
        dac.indices.map { outer(dac[$0], r[$0] .* h[$0]) }
      }),
  ]
}

private func backwardCheck() -> Check {
  .agreement(
    "the whole backward pass: all weights, all biases and dh_0", points: 4,
    Function("gruBackward", gruBackward), ["x", "h0", "p", "g"]
  ) { g in
    let network = g.network()
    return [network.x, network.h0, network.p, g.vectors(network.x.count, of: network.h0.count)]
  }.gradient(
    Gradient(
      of: Function("loss") { (x: [Vector], h0: Vector, p: GRUWeights, g: [Vector]) in
        zip(gruTraces(h0, x, p), g).map { dot($0.h, $1) }.reduce(0, +)
      },
      blocks: [
        ("dWz", "p.Wz"), ("dWr", "p.Wr"), ("dbz", "p.bz"), ("dbr", "p.br"), ("dWh", "p.Wh"), ("dWx", "p.Wx"),
        ("dbh", "p.bh"), ("dh0", "h0"),
      ]))
}

extension CaseGenerator {
  /// A GRU and a sequence for it; the initial state is not zero.
  fileprivate mutating func network() -> (x: [Vector], h0: Vector, p: GRUWeights) {
    let sizes = dimensions(1, 1)
    let (H, D) = (sizes[0], sizes[1])
    let p = GRUWeights(
      Wz: weights(H, H + D), Wr: weights(H, H + D), bz: weights(H), br: weights(H), Wh: weights(H, H),
      Wx: weights(H, D), bh: weights(H))
    return (vectors(length(), of: D), activations(H), p)
  }

  /// What a step has computed; the vectors need not belong together.
  fileprivate mutating func trace(_ H: Int) -> GRUTrace {
    GRUTrace(z: gates(H), r: gates(H), candidate: activations(H), h: activations(H))
  }
}
