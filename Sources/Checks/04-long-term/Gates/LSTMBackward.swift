internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the backward pass of an LSTM must satisfy.
@Sendable func lstmBackwardChecks() -> ExerciseChecks {
  ExerciseChecks("lstm-backward", forwardChecks() + lineChecks() + stepChecks() + [weightCheck(), backwardCheck()])
}

private func forwardChecks() -> [Check] {
  [
    .agreement(
      "one step forward: the gates, the candidate, c_t and h_t", points: 1, Function("lstmTrace", lstmTrace),
      ["h", "c", "x", "p"], plan: .withoutTime
    ) { g in
      let network = g.network()
      return [network.h0, network.c0, network.x[0], network.p]
    },

    .agreement("all steps forward", points: 1, Function("lstmTraces", lstmTraces), ["h0", "c0", "x", "p"]) { g in
      let network = g.network()
      return [network.h0, network.c0, network.x, network.p]
    }.timeSteps(from: 1),
  ]
}

private func lineChecks() -> [Check] {
  [
    lineCheck(
      "dc_t: from h_t, and straight from c_{t+1}", 2, Function("lstmCellGradient", lstmCellGradient),
      ["dh", "fromNext", "o", "c"]
    ) { g, H in [g.vector(H), g.vector(H), g.gates(H), g.extremes(H)] },
    lineCheck(
      "straight back to c_{t-1}: dc_t .* f_t", 1, Function("lstmCarriedGradient", lstmCarriedGradient), ["dc", "f"]
    ) { g, H in [g.vector(H), g.gates(H)] },
    lineCheck(
      "the output gate's scores", 1, Function("lstmOutputScoreGradient", lstmOutputScoreGradient), ["dh", "o", "c"]
    ) { g, H in [g.vector(H), g.gates(H), g.extremes(H)] },
    lineCheck(
      "the forget gate's scores", 1, Function("lstmForgetScoreGradient", lstmForgetScoreGradient), ["dc", "f", "c"]
    ) { g, H in [g.vector(H), g.gates(H), g.vector(H)] },
    lineCheck(
      "the input gate's scores", 1, Function("lstmInputScoreGradient", lstmInputScoreGradient),
      ["dc", "i", "candidate"]
    ) { g, H in [g.vector(H), g.gates(H), g.activations(H)] },
    lineCheck(
      "the candidate's scores", 1, Function("lstmCandidateScoreGradient", lstmCandidateScoreGradient),
      ["dc", "i", "candidate"]
    ) { g, H in [g.vector(H), g.gates(H), g.activations(H)] },
  ]
}

private func lineCheck(
  _ name: String, _ points: Int, _ function: Function, _ parameters: [String],
  _ arguments: @escaping (inout CaseGenerator, Int) -> [Any]
) -> Check {
  .agreement(name, points: points, function, parameters, plan: .withoutTime) { g in
    let H = g.dimension()
    return arguments(&g, H)
  }
}

private func stepChecks() -> [Check] {
  [
    .agreement(
      "daf_t, dai_t, dao_t and dac_t of one step", points: 2, Function("lstmScoreGradients", lstmScoreGradients),
      ["dh", "dc", "c", "step"], plan: .withoutTime
    ) { g in
      let H = g.dimension()
      return [g.vector(H), g.vector(H), g.vector(H), g.trace(H)]
    },

    .agreement(
      "dh_{t-1}, through all four vectors of scores", points: 2,
      Function("lstmHiddenGradient", lstmHiddenGradient), ["d", "p"], plan: .withoutTime
    ) { g in
      let network = g.network()
      let H = network.h0.count
      let d = LSTMScoreGradients(daf: g.vector(H), dai: g.vector(H), dao: g.vector(H), dac: g.vector(H))
      return [d, network.p]
    },
  ]
}

private func weightCheck() -> Check {
  .agreement(
    "dW = sum_t da_t [h_{t-1}, x_t]^T", points: 1, Function("lstmWeightGradient", lstmWeightGradient),
    ["da", "h", "x"]
  ) { g in
    let sizes = g.dimensions(1, 1)
    let T = g.length()
    return [g.vectors(T, of: sizes[0]), g.vectors(T, of: sizes[0]), g.vectors(T, of: sizes[1])]
  }.sumOverTime(
    of: Function("terms") { (da: [Vector], h: [Vector], x: [Vector]) in
      da.indices.map { outer(da[$0], concatenate(h[$0], x[$0])) }
    })
}

private func backwardCheck() -> Check {
  .agreement(
    "the whole backward pass: all weights, all biases, dh_0 and dc_0", points: 4,
    Function("lstmBackward", lstmBackward), ["x", "h0", "c0", "p", "g"]
  ) { g in
    let network = g.network()
    return [network.x, network.h0, network.c0, network.p, g.vectors(network.x.count, of: network.h0.count)]
  }.gradient(
    Gradient(
      of: Function("loss") { (x: [Vector], h0: Vector, c0: Vector, p: LSTMWeights, g: [Vector]) in
        zip(lstmTraces(h0, c0, x, p), g).map { dot($0.h, $1) }.reduce(0, +)
      },
      blocks: [
        ("dWf", "p.Wf"), ("dWi", "p.Wi"), ("dWo", "p.Wo"), ("dWc", "p.Wc"), ("dbf", "p.bf"), ("dbi", "p.bi"),
        ("dbo", "p.bo"), ("dbc", "p.bc"), ("dh0", "h0"), ("dc0", "c0"),
      ]))
}

extension CaseGenerator {
  /// An LSTM and a sequence for it; the initial states are not zero.
  fileprivate mutating func network() -> (x: [Vector], h0: Vector, c0: Vector, p: LSTMWeights) {
    let sizes = dimensions(1, 1)
    let (H, D) = (sizes[0], sizes[1])
    let p = LSTMWeights(
      Wf: weights(H, H + D), Wi: weights(H, H + D), Wo: weights(H, H + D), Wc: weights(H, H + D), bf: weights(H),
      bi: weights(H), bo: weights(H), bc: weights(H))
    return (vectors(length(), of: D), activations(H), vector(H, in: -2...2), p)
  }

  /// What a step has computed; the vectors need not belong together.
  fileprivate mutating func trace(_ H: Int) -> LSTMTrace {
    LSTMTrace(f: gates(H), i: gates(H), o: gates(H), candidate: activations(H), c: vector(H), h: activations(H))
  }
}
