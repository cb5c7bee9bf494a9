internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What recurrent batch normalisation must satisfy.
@Sendable func recurrentBatchNormChecks() -> ExerciseChecks {
  ExerciseChecks(
    "recurrent-batch-norm", statisticsChecks() + cellChecks() + evaluationChecks() + gradientChecks())
}

private func statisticsChecks() -> [Check] {
  [
    .agreement("the mean over the batch", points: 1, Function("batchMean", batchMean), ["a"], plan: .withoutTime) { g in
      [g.batch(of: g.dimension())]
    },

    .agreement(
      "the variance over the batch, divided by N", points: 2, Function("batchVariance", batchVariance), ["a"],
      plan: .manyExtremes
    ) { g in
      let a = g.batch(of: g.dimension())
      // Far from 0 and close together: there the mean of the squares is no help.
      return [g.size == .saturated ? a.map { $0.map { 1_000_000 + $0 / 1000 } } : a]
    },

    .agreement(
      "gamma .* (a - mean) / sqrt(variance + epsilon)", points: 1,
      Function("normalised", normalised), ["a", "mean", "variance", "gamma", "epsilon"], plan: .withoutTime
    ) { g in
      let count = g.dimension()
      return [g.vector(count), g.vector(count), g.variances(count), g.vector(count), g.epsilon()]
    },

    .agreement(
      "the batch normalised by its own statistics", points: 1,
      Function("batchNormalised", batchNormalised), ["a", "gamma", "epsilon"], plan: .withoutTime
    ) { g in
      let count = g.dimension()
      return [g.batch(of: count), g.vector(count), g.epsilon()]
    },
  ]
}

private func cellChecks() -> [Check] {
  [
    .agreement(
      "s_t = BN(W_h h_{t-1}) + BN(W_x x_t) + b", points: 3,
      Function("normalisedScores", normalisedScores), ["h", "x", "p"], plan: .withoutTime
    ) { g in
      let model = g.batchModel()
      return [model.start.map(\.h), model.x[0], model.p]
    },

    .agreement(
      "c_t = f .* c_{t-1} + i .* candidate, h_t = o .* tanh(c_t)", points: 2,
      Function("gatedState", gatedState), ["s", "c"], plan: .manyExtremes
    ) { g in
      let H = g.dimension()
      return [g.scores(4 * H), g.vector(H)]
    },

    .agreement(
      "one step of the whole batch", points: 1,
      Function("normalisedStep", normalisedStep), ["states", "x", "p"], plan: .withoutTime
    ) { g in
      let model = g.batchModel()
      return [model.start, model.x[0], model.p]
    },

    .agreement(
      "the states of the batch after each step", points: 2,
      Function("normalisedSequence", normalisedSequence), ["x", "start", "p"], plan: CasePlan(saturated: 0)
    ) { g in
      let model = g.batchModel()
      return [model.x, model.start, model.p]
    }.timeSteps(from: 1),
  ]
}

private func evaluationChecks() -> [Check] {
  [
    .agreement(
      "the statistics of one step, to be kept", points: 1,
      Function("stepStatistics", stepStatistics), ["h", "x", "p"], plan: .withoutTime
    ) { g in
      let model = g.batchModel()
      return [model.start.map(\.h), model.x[0], model.p]
    },

    .agreement(
      "a single sequence by kept statistics, the last ones to the end", points: 2,
      Function("evaluatedStates", evaluatedStates), ["x", "start", "statistics", "p"]
    ) { g in
      let model = g.batchModel()
      let count = model.p.b.count
      let x = model.x.map { $0[0] }
      let kept = g.integer(in: 1...max(1, min(x.count, 6)))
      let statistics = (0..<kept).map { _ in
        StepStatistics(
          meanH: g.weights(count), varianceH: g.variances(count), meanX: g.weights(count),
          varianceX: g.variances(count))
      }
      return [x, model.start[0], statistics, model.p]
    }.timeSteps(from: 1),
  ]
}

private func gradientChecks() -> [Check] {
  [
    .agreement(
      "a loss to try the gradients on: sum_n dot(dy, BN(a))", points: 1,
      Function("batchNormLoss", batchNormLoss), ["dy", "a", "gamma", "epsilon"], plan: .withoutTime
    ) { g in g.normalisation() },
    gradientCheck(),
  ]
}

private func gradientCheck() -> Check {
  .agreement(
    "the gradients through a normalisation", points: 3,
    Function("batchNormGradients", batchNormGradients), ["dy", "a", "gamma", "epsilon"], plan: .withoutTime
  ) { g in g.normalisation() }.gradient(
    Gradient(
      of: Function("loss", batchNormLoss), blocks: [("da", "a"), ("dgamma", "gamma")],
      ownLoss: [Gradient.Stage("batchNormLoss") { arguments, _ in arguments }]))
}

/// A normalised LSTM, the inputs of a batch over time, and the states that its sequences start from.
private struct BatchModel {
  var x: [[Vector]]
  var start: [NormalisedState]
  var p: NormalisedLSTM
}

extension CaseGenerator {
  /// A batch of two to six vectors, sometimes of one.
  fileprivate mutating func batch(of count: Int) -> [Vector] {
    let N = size == .small ? integer(in: 2...3) : index(below: 5) == 0 ? 1 : integer(in: 2...6)
    return vectors(N, of: count)
  }

  /// Positive numbers that are not too small beside epsilon.
  fileprivate mutating func variances(_ count: Int) -> Vector { vector(count, in: 0.25...4) }

  fileprivate mutating func epsilon() -> Double { [0.001, 0.01, 0.25][index(below: 3)] }

  /// A batch, the gradient with respect to what it is normalised to, a scale and epsilon.
  fileprivate mutating func normalisation() -> [Any] {
    let count = dimension()
    let a = batch(of: count)
    let dy = a.map { _ in vector(count) }
    return [dy, a, vector(count), epsilon()]
  }

  fileprivate mutating func batchModel() -> BatchModel {
    let sizes = dimensions(1, 1)
    let (H, D) = (sizes[0], sizes[1])
    let p = NormalisedLSTM(
      Wh: weights(4 * H, H), Wx: weights(4 * H, D), b: weights(4 * H), gammaH: weights(4 * H),
      gammaX: weights(4 * H), epsilon: epsilon())
    let N = integer(in: 2...4)
    let x = (0..<length()).map { _ in vectors(N, of: D) }
    let start = (0..<N).map { _ in NormalisedState(h: activations(H), c: vector(H)) }
    return BatchModel(x: x, start: start, p: p)
  }
}
