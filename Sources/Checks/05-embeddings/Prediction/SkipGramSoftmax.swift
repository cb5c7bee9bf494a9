internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What skip-gram with the full softmax must satisfy.
@Sendable func skipGramSoftmaxChecks() -> ExerciseChecks {
  ExerciseChecks("skip-gram-softmax", pairChecks() + objectiveChecks() + centreChecks() + [wholeCheck()])
}

private func pairChecks() -> [Check] {
  [
    .agreement(
      "the pairs of a text, at most m apart", points: 2, Function("skipGramPairs", skipGramPairs), ["text", "m"],
      plan: CasePlan(saturated: 0, long: 0)
    ) { g in
      [g.text(below: g.dimension(atLeast: 2)), g.integer(in: 1...3)]
    },

    .agreement("z = U v", points: 1, Function("skipGramScores", skipGramScores), ["centre", "p"], plan: .withoutTime) {
      g in
      let p = g.tables()
      return [g.index(below: p.W.rows), p]
    },

    .agreement(
      "log p(o | c) = log softmax(z)[o]", points: 2, Function("skipGramLogProbability", skipGramLogProbability),
      ["outside", "centre", "p"], plan: .manyExtremes
    ) { g in
      let p = g.tables()
      return [g.index(below: p.W.rows), g.index(below: p.W.rows), p]
    },
  ]
}

private func objectiveChecks() -> [Check] {
  [
    .agreement(
      "J: the sum over all pairs, divided by the number of words", points: 2,
      Function("skipGramObjective", skipGramObjective), ["text", "m", "p"], plan: .manyExtremes
    ) { g in g.problem() },

    .agreement("L = -J", points: 1, Function("skipGramLoss", skipGramLoss), ["text", "m", "p"], plan: .manyExtremes) {
      g in g.problem()
    },
  ]
}

private func centreChecks() -> [Check] {
  [
    .agreement(
      "dz = C softmax(z) - the one-hot vectors of the outside words", points: 2,
      Function("skipGramScoreGradient", skipGramScoreGradient), ["z", "outside"], plan: .manyExtremes
    ) { g in
      let V = g.dimension(atLeast: 2)
      let count = g.size == .tiny ? 1 : g.integer(in: 0...5)
      return [g.extremes(V), g.indices(count, below: V)]
    },

    .agreement(
      "dv = U^T dz", points: 1, Function("skipGramCentreGradient", skipGramCentreGradient), ["dz", "U"],
      plan: .withoutTime
    ) { g in
      let U = g.tables().U
      return [g.vector(U.rows), U]
    },

    .agreement(
      "a centre's share of dU: dz v^T", points: 1, Function("skipGramOutsideGradient", skipGramOutsideGradient),
      ["dz", "v"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 2)
      return [g.vector(sizes[1]), g.vector(sizes[0])]
    },
  ]
}

private func wholeCheck() -> Check {
  .agreement(
    "the gradients of a text: dW and dU", points: 4, Function("skipGramGradients", skipGramGradients),
    ["text", "m", "p"], plan: .withoutTime
  ) { g in g.problem() }.gradient(
    Gradient(
      of: Function("loss", skipGramLoss), blocks: [("dW", "p.W"), ("dU", "p.U")],
      ownLoss: [Gradient.Stage("skipGramLoss") { arguments, _ in arguments }]))
}

extension CaseGenerator {
  /// Two tables; in saturated cases the scores reach thousands.
  fileprivate mutating func tables() -> SkipGramTables {
    let sizes = dimensions(1, 2)
    let (D, V) = (sizes[0], sizes[1])
    return SkipGramTables(W: matrix(V, D), U: matrix(V, D))
  }

  /// A text; now and then it has one word only.
  fileprivate mutating func text(below V: Int) -> [Int] {
    indices(size == .tiny ? integer(in: 2...3) : integer(in: 1...6), below: V)
  }

  /// A text, a width of the window and two tables.
  fileprivate mutating func problem() -> [Any] {
    let p = tables()
    return [text(below: p.W.rows), integer(in: 1...3), p]
  }
}
