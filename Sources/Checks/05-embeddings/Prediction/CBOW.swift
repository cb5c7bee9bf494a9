internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What predicting a word from its context must satisfy.
@Sendable func cbowChecks() -> ExerciseChecks {
  ExerciseChecks("cbow", contextChecks() + lossChecks() + backwardChecks() + tableChecks() + [wholeCheck()])
}

private func contextChecks() -> [Check] {
  [
    .agreement(
      "the words from t - m to t + m without t", points: 1, Function("cbowContext", cbowContext), ["text", "t", "m"],
      plan: CasePlan(small: 8, saturated: 0, long: 0)
    ) { g in
      let text = g.text(below: g.dimension(atLeast: 2))
      return [text, g.index(below: text.count), g.integer(in: 1...3)]
    },

    .agreement(
      "h as the sum of the context's rows", points: 1, Function("cbowSum", cbowSum), ["context", "W"],
      plan: .withoutTime
    ) { g in
      let bag = g.bag()
      return [bag.context, bag.p.W]
    },

    .agreement(
      "h as their mean", points: 1, Function("cbowMean", cbowMean), ["context", "W"], plan: .withoutTime
    ) { g in
      let bag = g.bag()
      return [bag.context, bag.p.W]
    },

    .agreement(
      "h as the rows one below the other", points: 1, Function("cbowConcatenation", cbowConcatenation),
      ["context", "W"], plan: .withoutTime
    ) { g in
      let bag = g.bag()
      return [bag.context, bag.p.W]
    },
  ]
}

private func lossChecks() -> [Check] {
  [
    .agreement("z = U h", points: 1, Function("cbowScores", cbowScores), ["h", "U"], plan: .withoutTime) { g in
      let U = g.bag().p.U
      return [g.vector(U.columns), U]
    },

    .agreement(
      "L = -log softmax(z)[target]", points: 1, Function("cbowLoss", cbowLoss), ["context", "target", "p"],
      plan: .manyExtremes
    ) { g in
      let bag = g.bag()
      return [bag.context, bag.target, bag.p]
    },

    .agreement(
      "the loss of a text: L summed over its positions", points: 1, Function("cbowTextLoss", cbowTextLoss),
      ["text", "m", "p"], plan: .manyExtremes
    ) { g in
      let p = g.bag().p
      return [g.text(below: p.W.rows), g.integer(in: 1...3), p]
    },
  ]
}

private func backwardChecks() -> [Check] {
  [
    .agreement(
      "dz = softmax(z) - onehot(target)", points: 1, Function("cbowScoreGradient", cbowScoreGradient), ["z", "target"],
      plan: .manyExtremes
    ) { g in
      let V = g.dimension(atLeast: 2)
      return [g.extremes(V), g.index(below: V)]
    },

    .agreement(
      "dU = dz h^T", points: 1, Function("cbowTargetGradient", cbowTargetGradient), ["dz", "h"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 2)
      return [g.vector(sizes[1]), g.vector(sizes[0])]
    },

    .agreement(
      "dh = U^T dz", points: 1, Function("cbowContextGradient", cbowContextGradient), ["dz", "U"], plan: .withoutTime
    ) { g in
      let U = g.bag().p.U
      return [g.vector(U.rows), U]
    },
  ]
}

private func tableChecks() -> [Check] {
  [
    .agreement(
      "dW for the sum: dh for every place of a word", points: 1, Function("cbowSumGradient", cbowSumGradient),
      ["context", "dh", "V"], plan: .withoutTime
    ) { g in
      let bag = g.bag()
      return [bag.context, g.vector(bag.p.W.columns), bag.p.W.rows]
    },

    .agreement(
      "dW for the mean: dh / C for every place", points: 1, Function("cbowMeanGradient", cbowMeanGradient),
      ["context", "dh", "V"], plan: .withoutTime
    ) { g in
      let bag = g.bag()
      return [bag.context, g.vector(bag.p.W.columns), bag.p.W.rows]
    },

    .agreement(
      "dW for the concatenation: its part of dh for every place", points: 2,
      Function("cbowConcatenationGradient", cbowConcatenationGradient), ["context", "dh", "V"], plan: .withoutTime
    ) { g in
      let bag = g.bag()
      return [bag.context, g.vector(bag.context.count * bag.p.W.columns), bag.p.W.rows]
    },
  ]
}

private func wholeCheck() -> Check {
  .agreement(
    "the whole backward pass: dW and dU", points: 3, Function("cbowGradients", cbowGradients),
    ["context", "target", "p"], plan: .withoutTime
  ) { g in
    let bag = g.bag()
    return [bag.context, bag.target, bag.p]
  }.gradient(
    Gradient(
      of: Function("loss", cbowLoss), blocks: [("dW", "p.W"), ("dU", "p.U")],
      ownLoss: [Gradient.Stage("cbowLoss") { arguments, _ in arguments }]))
}

extension CaseGenerator {
  /// A context in which words often repeat, its target, and two tables; in saturated cases the scores reach thousands.
  fileprivate mutating func bag() -> (context: [Int], target: Int, p: CBOWTables) {
    let sizes = dimensions(1, 2)
    let (D, V) = (sizes[0], sizes[1])
    let count = size == .tiny ? 2 : integer(in: 1...5)
    var context = indices(count, below: V)
    if count > 2 && index(below: 2) == 0 { context[count - 1] = context[0] }
    return (context, index(below: V), CBOWTables(W: matrix(V, D), U: matrix(V, D)))
  }

  /// A text of at least two words.
  fileprivate mutating func text(below V: Int) -> [Int] {
    indices(size == .tiny ? 2 : integer(in: 2...7), below: V)
  }
}
