internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the loss over a batch of sequences must satisfy.
@Sendable func sequenceLossChecks() -> ExerciseChecks {
  ExerciseChecks("sequence-loss", sentenceChecks() + batchChecks())
}

private func sentenceChecks() -> [Check] {
  [
    .agreement(
      "the target of a step is the word behind its input", points: 2, Function("trainingPair", trainingPair), ["words"],
      plan: CasePlan(saturated: 0)
    ) { g in
      let V = g.dimension(atLeast: 2)
      let T = g.length()
      return [g.indices(T + 1, below: V)]
    },

    .agreement(
      "the loss of a step, -log softmax(z)[y]", points: 2, Function("stepLoss", stepLoss), ["z", "y"],
      plan: .manyExtremes
    ) { g in
      let z = g.extremes(g.dimension(atLeast: 2))
      return [z, g.rightWord(z)]
    },

    .agreement(
      "the loss of a sequence, the mean over its steps", points: 2, Function("meanStepLoss", meanStepLoss), ["z", "y"]
    ) { g in
      let batch = g.batch(of: 1)
      return [batch.z[0], batch.y[0]]
    },
  ]
}

private func batchChecks() -> [Check] {
  [
    .agreement(
      "L = -1/(NT) sum_i sum_t log softmax(z_it)[y_it]", points: 3, Function("batchLoss", batchLoss), ["z", "y"],
      plan: CasePlan(saturated: 6)
    ) { g in
      let batch = g.batch()
      return [batch.z, batch.y]
    },

    .agreement(
      "dz_it = (softmax(z_it) - one-hot(y_it)) / (NT)", points: 3,
      Function("batchScoreGradients", batchScoreGradients), ["z", "y"], plan: CasePlan(saturated: 6)
    ) { g in
      let batch = g.batch()
      return [batch.z, batch.y]
    }.gradient(
      Gradient(
        of: Function("loss", batchLoss), blocks: [("", "z")],
        ownLoss: [Gradient.Stage("batchLoss") { arguments, _ in arguments }])),

    .agreement(
      "the mean over the steps whose target is not padding", points: 3, Function("paddedLoss", paddedLoss),
      ["z", "y", "pad"], plan: CasePlan(saturated: 6)
    ) { g in
      var batch = g.batch()
      let pad = g.index(below: batch.z[0][0].count)
      for i in batch.y.indices {
        // The first sequence keeps its first word at least.
        let length = g.integer(in: (i == 0 ? 1 : 0)...batch.y[i].count)
        for t in batch.y[i].indices {
          let other = (pad + 1) % batch.z[i][t].count
          if t >= length { batch.y[i][t] = pad } else if batch.y[i][t] == pad { batch.y[i][t] = other }
        }
      }
      return [batch.z, batch.y, pad]
    },
  ]
}

extension CaseGenerator {
  /// The scores and the right words of sequences that are equally long; how many sequences is drawn unless given.
  fileprivate mutating func batch(of given: Int? = nil) -> (z: [[Vector]], y: [[Int]]) {
    let V = dimension(atLeast: 2)
    let T = length()
    let N = given ?? sequences()
    let z = (0..<N).map { _ in (0..<T).map { _ in extremes(V) } }
    return (z, (0..<N).map { _ in indices(T, below: V) })
  }

  private mutating func sequences() -> Int {
    switch size {
    case .tiny: 1
    case .small: integer(in: 2...3)
    case .general, .saturated, .long: integer(in: 1...4)
    }
  }
}
