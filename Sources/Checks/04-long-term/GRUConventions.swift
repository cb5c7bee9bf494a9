internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the conventions of the GRU must satisfy.
@Sendable func gruConventionsChecks() -> ExerciseChecks {
  ExerciseChecks("gru-conventions", lineChecks() + stepChecks() + conversionChecks())
}

private func lineChecks() -> [Check] {
  [
    candidateCheck(
      "reset before: tanh(W_h x_t + U_h (r_t .* h_{t-1}) + b_h)",
      Function("candidateResettingBefore", candidateResettingBefore)),
    candidateCheck(
      "reset after: tanh(W_h x_t + r_t .* (U_h h_{t-1}) + b_h)",
      Function("candidateResettingAfter", candidateResettingAfter)),
    stateCheck("keeping: z_t .* h_{t-1} + (1 - z_t) .* h~_t", Function("stateKeeping", stateKeeping)),
    stateCheck("writing: (1 - z_t) .* h_{t-1} + z_t .* h~_t", Function("stateWriting", stateWriting)),
  ]
}

private func candidateCheck(_ name: String, _ function: Function) -> Check {
  .agreement(name, points: 2, function, ["h", "x", "r", "p"], plan: .withoutTime) { g in
    let sizes = g.dimensions(1, 1)
    let (H, D) = (sizes[0], sizes[1])
    return [g.activations(H), g.vector(D), g.gates(H), g.parameters(H, D)]
  }
}

private func stateCheck(_ name: String, _ function: Function) -> Check {
  .agreement(name, points: 1, function, ["z", "h", "candidate"], plan: .withoutTime) { g in
    let H = g.dimension()
    return [g.gates(H), g.vector(H), g.activations(H)]
  }
}

private func stepChecks() -> [Check] {
  [
    stepCheck("Gao: keeping, reset before", Function("gaoStep", gaoStep)),
    stepCheck("Trends: keeping, reset after", Function("trendsStep", trendsStep)),
    stepCheck("Notes, Hennebert & Melchior: writing, reset before", Function("notesStep", notesStep)),
  ]
}

private func stepCheck(_ name: String, _ function: Function) -> Check {
  .agreement(name, points: 2, function, ["h", "x", "p"], plan: .withoutTime) { g in
    let sizes = g.dimensions(1, 1)
    let (H, D) = (sizes[0], sizes[1])
    return [g.activations(H), g.vector(D), g.parameters(H, D)]
  }
}

private func conversionChecks() -> [Check] {
  [
    .agreement(
      "weights for the other reading of z", points: 2, Function("withGateReversed", withGateReversed), ["p"],
      plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 1)
      return [g.parameters(sizes[0], sizes[1])]
    },

    .agreement(
      "the matrix that acts on [h, x]", points: 1, Function("joinedMatrix", joinedMatrix), ["U", "W"],
      plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 1)
      return [g.weights(sizes[0], sizes[0]), g.weights(sizes[0], sizes[1])]
    },

    .agreement(
      "U (r .* h) - r .* (U h)", points: 1, Function("resetDifference", resetDifference), ["U", "r", "h"],
      plan: .withoutTime
    ) { g in
      let H = g.dimension()
      return [g.weights(H, H), g.gates(H), g.activations(H)]
    },
  ]
}

extension CaseGenerator {
  /// The parameters of a GRU; in saturated cases the biases may reach +-1000.
  fileprivate mutating func parameters(_ H: Int, _ D: Int) -> ConventionParameters {
    ConventionParameters(
      Wz: weights(H, D), Uz: weights(H, H), bz: bias(H), Wr: weights(H, D), Ur: weights(H, H), br: bias(H),
      Wh: weights(H, D), Uh: weights(H, H), bh: bias(H))
  }

  private mutating func bias(_ count: Int) -> Vector { size == .saturated ? extremes(count) : weights(count) }
}
