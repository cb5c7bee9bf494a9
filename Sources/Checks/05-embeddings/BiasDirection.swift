internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What both definitions of a bias direction must satisfy.
@Sendable func biasDirectionChecks() -> ExerciseChecks {
  ExerciseChecks("bias-direction", meanChecks() + iterationChecks() + [directionCheck()])
}

private func meanChecks() -> [Check] {
  [
    .agreement(
      "e_x - e_y of each pair", points: 1, Function("pairDifferences", pairDifferences), ["E", "pairs"],
      plan: .withoutTime
    ) { g in
      let problem = g.definitionalPairs()
      return [problem.E, problem.pairs]
    },

    .agreement(
      "g = (1/N) sum (e_x - e_y)", points: 2, Function("meanBiasDirection", meanBiasDirection), ["E", "pairs"],
      plan: .withoutTime
    ) { g in
      let problem = g.definitionalPairs()
      return [problem.E, problem.pairs]
    },

    .agreement(
      "S = the scatter of the words about the middles of their pairs", points: 3,
      Function("pairScatter", pairScatter), ["E", "pairs"], plan: .withoutTime
    ) { g in
      let problem = g.definitionalPairs()
      return [problem.E, problem.pairs]
    },
  ]
}

private func iterationChecks() -> [Check] {
  [
    .agreement(
      "v <- S v / |S v|", points: 2, Function("scatterStep", scatterStep), ["S", "v"],
      plan: CasePlan(saturated: 0, long: 0)
    ) { g in
      let problem = g.iteration()
      return [problem.S, problem.start]
    },

    .agreement(
      "the given number of steps from the given start", points: 2,
      Function("principalComponent", principalComponent), ["S", "start", "steps"], plan: CasePlan(saturated: 0)
    ) { g in
      let problem = g.iteration()
      return [problem.S, problem.start, g.steps()]
    },

    .agreement(
      "the sign: v or -v", points: 1, Function("pointedLike", pointedLike), ["v", "g"],
      plan: CasePlan(saturated: 0, long: 0)
    ) { g in
      let D = g.dimension()
      return [g.vector(D), g.vector(D)]
    },
  ]
}

private func directionCheck() -> Check {
  .agreement(
    "the first principal component, pointing as the mean does", points: 4,
    Function("principalBiasDirection", principalBiasDirection), ["E", "pairs", "start", "steps"],
    plan: CasePlan(saturated: 0)
  ) { g in
    let problem = g.iteration()
    return [problem.E, problem.pairs, problem.start, g.steps()]
  }
}

extension CaseGenerator {
  /// A table, and pairs of it; a word may belong to several pairs.
  fileprivate mutating func definitionalPairs() -> (E: Matrix, pairs: [DefinitionalPair]) {
    let D = dimension()
    let V = D + integer(in: 1...3) + 1
    let count = size == .tiny ? 1 : integer(in: 2...4)
    let pairs = (0..<count).map { _ in
      let first = index(below: V)
      return DefinitionalPair(first: first, second: (first + integer(in: 1...V - 1)) % V)
    }
    return (matrix(V, D), pairs)
  }

  /// Pairs, their scatter, and a start: neither close to a right angle with what the iteration goes for, nor pairs whose
  /// mean leaves the sign open.
  fileprivate mutating func iteration() -> (E: Matrix, pairs: [DefinitionalPair], S: Matrix, start: Vector) {
    while true {
      let problem = definitionalPairs()
      let start = vector(problem.E.columns)
      let S = pairScatter(problem.E, problem.pairs)
      let generic = Vector(start.indices.map { 1 / Double(3 * $0 + 2) + Double($0 * $0 % 7) / 5 })
      guard start.norm > 0, (S * generic).norm > 0 else { continue }
      let limit = principalComponent(S, generic, 200)
      let mean = meanBiasDirection(problem.E, problem.pairs)
      let last = [0, 1, 2, 3, 8, 50].map { principalComponent(S, start, $0) }
      let isSafe =
        abs(dot(limit, start)) > 0.1 * start.norm && last.allSatisfy { abs(dot($0, mean)) > 0.05 * mean.norm }
      if isSafe && mean.norm > 0.05 { return (problem.E, problem.pairs, S, start) }
    }
  }

  /// How many steps the iteration takes: few or none, and many in long cases.
  fileprivate mutating func steps() -> Int { size == .long ? 50 : [0, 1, 2, 3, 8][index(below: 5)] }
}
