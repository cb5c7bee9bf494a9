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
      let problem = g.iteration(steps: 1)
      return [problem.S, problem.start]
    },

    .agreement(
      "the given number of steps from the given start", points: 3,
      Function("principalComponent", principalComponent), ["S", "start", "steps"], plan: CasePlan(saturated: 0)
    ) { g in
      let steps = g.steps()
      let problem = g.iteration(steps: steps)
      return [problem.S, problem.start, steps]
    },
  ]
}

private func directionCheck() -> Check {
  .agreement(
    "the first principal component, from the mean on", points: 4,
    Function("principalBiasDirection", principalBiasDirection), ["E", "pairs", "steps"],
    plan: CasePlan(saturated: 0)
  ) { g in
    let steps = g.steps()
    while true {
      let problem = g.definitionalPairs()
      let mean = meanBiasDirection(problem.E, problem.pairs)
      if mean.norm > 0.05 && isSteady(pairScatter(problem.E, problem.pairs), mean, steps) {
        return [problem.E, problem.pairs, steps]
      }
    }
  }
}

/// Whether a change of the start moves what the iteration makes of it by little, so that rounding moves it by less.
private func isSteady(_ S: Matrix, _ start: Vector, _ steps: Int) -> Bool {
  let length = 1e-6 * start.norm
  let result = principalComponent(S, start, steps)
  return result.allSatisfy(\.isFinite)
    && start.indices.allSatisfy { index in
      let moved = start + length * Vector.oneHot(index, count: start.count)
      return (principalComponent(S, moved, steps) - result).norm < 1e-4
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

  /// A square matrix, which need not be symmetric, and a start for its power iteration.
  fileprivate mutating func iteration(steps: Int) -> (S: Matrix, start: Vector) {
    while true {
      let D = dimension()
      let (S, start) = (matrix(D, D), vector(D))
      if start.norm > 0.1 && isSteady(S, start, steps) { return (S, start) }
    }
  }

  /// How many steps the iteration takes: few or none, and many in long cases.
  fileprivate mutating func steps() -> Int { size == .long ? 50 : [0, 1, 2, 3, 8][index(below: 5)] }
}
