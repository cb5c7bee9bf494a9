internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the ways through an LSTM's cells must satisfy.
@Sendable func cellHighwayChecks() -> ExerciseChecks {
  ExerciseChecks("cell-highway", directChecks() + pathChecks() + jacobianChecks())
}

private func directChecks() -> [Check] {
  [
    .agreement("the highway: the product of the forget gates", points: 2, Function("directPath", directPath), ["steps"])
    {
      g in [g.steps(g.dimension())]
    },

    .agreement(
      "o_t .* (1 - tanh(c_t)^2)", points: 1, Function("shownSlope", shownSlope), ["step"], plan: .manyExtremes
    ) { g in [g.step(g.dimension(), extreme: true)] },
  ]
}

private func pathChecks() -> [Check] {
  [
    .agreement(
      "through the forget gate: diag(c_{t-1} .* f_t .* (1 - f_t)) W_f", points: 1,
      Function("forgetPath", forgetPath), ["c", "step", "w"], plan: .withoutTime
    ) { g in
      let H = g.dimension()
      return [g.vector(H), g.step(H), g.highwayWeights(H)]
    },

    pathCheck("through the input gate: diag(c~_t .* i_t .* (1 - i_t)) W_i", Function("inputPath", inputPath)),
    pathCheck("through the candidate: diag(i_t .* (1 - c~_t .* c~_t)) W_c", Function("candidatePath", candidatePath)),
    pathCheck("through the output gate: diag(tanh(c_t) .* o_t .* (1 - o_t)) W_o", Function("outputPath", outputPath)),

    .agreement(
      "dc_t / dh_{t-1}: forget gate, input gate and candidate", points: 1,
      Function("cellByHidden", cellByHidden), ["c", "step", "w"], plan: .withoutTime
    ) { g in
      let H = g.dimension()
      return [g.vector(H), g.step(H), g.highwayWeights(H)]
    },
  ]
}

private func pathCheck(_ name: String, _ function: Function) -> Check {
  .agreement(name, points: 1, function, ["step", "w"], plan: .manyExtremes) { g in
    let H = g.dimension()
    return [g.step(H, extreme: true), g.highwayWeights(H)]
  }
}

private func jacobianChecks() -> [Check] {
  [
    .agreement(
      "dc_t / dc_{t-1}: the highway and the way through h_{t-1}", points: 3,
      Function("cellJacobian", cellJacobian), ["previous", "step", "w"], plan: .withoutTime
    ) { g in
      let H = g.dimension()
      return [g.step(H), g.step(H), g.highwayWeights(H)]
    },

    .agreement(
      "dc_t / dc_s by all ways", points: 4, Function("fullCellJacobian", fullCellJacobian), ["steps", "w"]
    ) { g in
      let H = g.dimension()
      return [g.steps(H), g.highwayWeights(H)]
    },
  ]
}

extension CaseGenerator {
  /// What a step has computed; gates, candidate and cell need not belong together.
  fileprivate mutating func step(_ H: Int, extreme: Bool = false) -> HighwayStep {
    HighwayStep(
      f: gates(H), i: gates(H), o: gates(H), candidate: activations(H), c: extreme ? extremes(H) : vector(H))
  }

  /// A step whose cell is differentiated by, and those after it; now and then none.
  fileprivate mutating func steps(_ H: Int) -> [HighwayStep] {
    let count = size == .general && index(below: 6) == 0 ? 0 : length()
    return (0...count).map { _ in step(H) }
  }

  fileprivate mutating func highwayWeights(_ H: Int) -> HighwayWeights {
    HighwayWeights(Wf: weights(H, H), Wi: weights(H, H), Wo: weights(H, H), Wc: weights(H, H))
  }
}
