internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the way from scores to probabilities, loss and gradient must satisfy.
@Sendable func softmaxCrossEntropyChecks() -> ExerciseChecks {
  ExerciseChecks("softmax-cross-entropy", probabilityChecks() + lossChecks() + batchChecks())
}

private func probabilityChecks() -> [Check] {
  [
    .agreement(
      "z - max z", points: 1, Function("shiftedScores", shiftedScores), ["z"], plan: .manyExtremes
    ) { g in
      [g.extremes(g.dimension(atLeast: 2))]
    },

    .agreement(
      "yHat = exp(z) / sum_k exp(z_k)", points: 2, Function("wordProbabilities", wordProbabilities), ["z"],
      plan: .manyExtremes
    ) { g in
      [g.extremes(g.dimension(atLeast: 2))]
    },

    .agreement(
      "log sum_k exp(z_k)", points: 2, Function("logNormaliser", logNormaliser), ["z"], plan: .manyExtremes
    ) { g in
      [g.extremes(g.dimension(atLeast: 2))]
    },

    .agreement(
      "log yHat = z - log sum_k exp(z_k)", points: 2, Function("logWordProbabilities", logWordProbabilities), ["z"],
      plan: .manyExtremes
    ) { g in
      [g.extremes(g.dimension(atLeast: 2))]
    },

    .agreement(
      "d yHat / dz = diag(yHat) - yHat yHat^T", points: 2, Function("softmaxJacobian", softmaxJacobian), ["z"],
      plan: .withoutTime
    ) { g in
      [g.extremes(g.dimension(atLeast: 2))]
    },
  ]
}

private func lossChecks() -> [Check] {
  [
    .agreement(
      "L = -sum_k y_k log yHat_k", points: 2, Function("crossEntropy", crossEntropy), ["z", "y"], plan: .manyExtremes
    ) { g in
      let V = g.dimension(atLeast: 2)
      return [g.extremes(V), g.target(V)]
    },

    .agreement(
      "-log yHat[target]", points: 2, Function("wordLoss", wordLoss), ["z", "target"], plan: .manyExtremes
    ) { g in
      let z = g.extremes(g.dimension(atLeast: 2))
      return [z, g.rightWord(z)]
    },

    .agreement(
      "dz = yHat - y", points: 3, Function("crossEntropyGradient", crossEntropyGradient), ["z", "y"],
      plan: .manyExtremes
    ) { g in
      let V = g.dimension(atLeast: 2)
      return [g.extremes(V), g.target(V)]
    }.gradient(
      Gradient(
        of: Function("loss", crossEntropy), blocks: [("", "z")],
        ownLoss: [Gradient.Stage("crossEntropy") { arguments, _ in arguments }])),
  ]
}

private func batchChecks() -> [Check] {
  [
    .agreement(
      "J = 1/T sum_t -log yHat_t[target_t]", points: 1, Function("meanWordLoss", meanWordLoss), ["Z", "targets"],
      plan: CasePlan(saturated: 6)
    ) { g in g.positions() },

    .agreement(
      "dZ, a row for each position", points: 2, Function("meanWordLossGradient", meanWordLossGradient),
      ["Z", "targets"]
    ) { g in g.positions() }.gradient(
      Gradient(
        of: Function("loss", meanWordLoss), blocks: [("", "Z")],
        ownLoss: [Gradient.Stage("meanWordLoss") { arguments, _ in arguments }])),
  ]
}

extension CaseGenerator {
  /// A target over `count` words: mostly a single word, else quarters.
  fileprivate mutating func target(_ count: Int) -> Vector {
    guard index(below: 3) == 0 else { return Vector.oneHot(index(below: count), count: count) }
    return (0..<4).reduce(Vector.zeros(count)) { sum, _ in sum + 0.25 * Vector.oneHot(index(below: count), count: count)
    }
  }

  /// The scores of some positions, a row each, and the right words.
  fileprivate mutating func positions() -> [Any] {
    let V = dimension(atLeast: 2)
    let T = length()
    let rows = (0..<T).map { _ in extremes(V).elements }
    return [Matrix(rows), indices(T, below: V)]
  }
}
