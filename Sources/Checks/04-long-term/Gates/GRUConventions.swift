internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the conventions of the GRU must satisfy.
@Sendable func gruConventionsChecks() -> ExerciseChecks {
  ExerciseChecks("gru-conventions", lineChecks() + stepChecks() + conversionChecks() + [differenceCheck()])
}

private func lineChecks() -> [Check] {
  [
    candidateCheck(
      "reset before: tanh(W x_t + U (r_t .* h_{t-1}) + b)",
      Function("candidateResettingBefore", candidateResettingBefore)),
    candidateCheck(
      "reset after: tanh(W x_t + r_t .* (U h_{t-1}) + b)",
      Function("candidateResettingAfter", candidateResettingAfter)),
    stateCheck("keeping: z_t .* h_{t-1} + (1 - z_t) .* h~_t", Function("stateKeeping", stateKeeping)),
    stateCheck("writing: (1 - z_t) .* h_{t-1} + z_t .* h~_t", Function("stateWriting", stateWriting)),
  ]
}

private func candidateCheck(_ name: String, _ function: Function) -> Check {
  .agreement(name, points: 1, function, ["h", "x", "r", "U", "W", "b"], plan: .fewer) { g in
    let sizes = g.dimensions(1, 1)
    let (H, D) = (sizes[0], sizes[1])
    return [g.activations(H), g.vector(D), g.gates(H), g.weights(H, H), g.weights(H, D), g.bias(H)]
  }
}

private func stateCheck(_ name: String, _ function: Function) -> Check {
  .agreement(name, points: 1, function, ["z", "h", "candidate"], plan: .fewer) { g in
    let H = g.dimension()
    return [g.gates(H), g.vector(H), g.activations(H)]
  }
}

private func stepChecks() -> [Check] {
  [
    stepCheck("Gao: keeping, reset before", Function("gaoStep", gaoStep)) { $0.gao($1, $2) },
    stepCheck("Trends: keeping, reset after", Function("trendsStep", trendsStep)) { $0.separate($1, $2) },
    stepCheck("Notes: writing, reset before", Function("notesStep", notesStep)) { $0.separate($1, $2) },
    stepCheck("Hennebert & Melchior: writing, reset before", Function("hennebertStep", hennebertStep)) {
      $0.joined($1, $2)
    },
  ]
}

private func stepCheck(
  _ name: String, _ function: Function, _ parameters: @escaping (inout CaseGenerator, Int, Int) -> Any
) -> Check {
  .agreement(name, points: 2, function, ["h", "x", "p"], plan: .fewer) { g in
    let sizes = g.dimensions(1, 1)
    let (H, D) = (sizes[0], sizes[1])
    return [g.activations(H), g.vector(D), parameters(&g, H, D)]
  }
}

private func conversionChecks() -> [Check] {
  [
    conversionCheck("weights for the other reading of z", 2, Function("withGateReversed", withGateReversed)),

    .agreement(
      "the matrix that acts on [h, x]", points: 1, Function("joinedMatrix", joinedMatrix), ["U", "W"],
      plan: .fewer
    ) { g in
      let sizes = g.dimensions(1, 1)
      return [g.weights(sizes[0], sizes[0]), g.weights(sizes[0], sizes[1])]
    },

    conversionCheck("from Notes to Gao", 2, Function("gaoFromNotes", gaoFromNotes)),
    conversionCheck("from Notes to Hennebert & Melchior", 2, Function("hennebertFromNotes", hennebertFromNotes)),
  ]
}

private func conversionCheck(_ name: String, _ points: Int, _ function: Function) -> Check {
  .agreement(name, points: points, function, ["p"], plan: .fewer) { g in
    let sizes = g.dimensions(1, 1)
    return [g.separate(sizes[0], sizes[1])]
  }
}

private func differenceCheck() -> Check {
  .agreement(
    "U (r .* h) - r .* (U h)", points: 1, Function("resetDifference", resetDifference), ["U", "r", "h"],
    plan: .fewer
  ) { g in
    let H = g.dimension()
    return [g.weights(H, H), g.gates(H), g.activations(H)]
  }
}

extension CasePlan {
  /// For many functions of a line or two each.
  fileprivate static var fewer: CasePlan { CasePlan(tiny: 2, small: 4, general: 6, saturated: 2, long: 0) }
}

extension CaseGenerator {
  fileprivate mutating func gao(_ H: Int, _ D: Int) -> GaoGRU {
    GaoGRU(
      Wz: weights(H, H + D), bz: bias(H), Wr: weights(H, H + D), br: bias(H), Wh: weights(H, H), Wx: weights(H, D),
      bh: bias(H))
  }

  fileprivate mutating func separate(_ H: Int, _ D: Int) -> SeparateGRU {
    SeparateGRU(
      Wz: weights(H, D), Uz: weights(H, H), bz: bias(H), Wr: weights(H, D), Ur: weights(H, H), br: bias(H),
      Wh: weights(H, D), Uh: weights(H, H), bh: bias(H))
  }

  fileprivate mutating func joined(_ H: Int, _ D: Int) -> JoinedGRU {
    JoinedGRU(
      Wu: weights(H, H + D), bu: bias(H), Wr: weights(H, H + D), br: bias(H), Wc: weights(H, H + D), bc: bias(H))
  }

  /// A bias; in saturated cases it may reach +-1000.
  fileprivate mutating func bias(_ count: Int) -> Vector { size == .saturated ? extremes(count) : weights(count) }
}
