internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What equalising pairs of words must satisfy.
@Sendable func biasEqualiseChecks() -> ExerciseChecks {
  ExerciseChecks("bias-equalise", partChecks() + wholeChecks())
}

private func partChecks() -> [Check] {
  [
    .agreement(
      "the part of e along g", points: 1, Function("partAlong", partAlong), ["e", "g"], plan: .withoutTime
    ) { g in
      let D = g.dimension()
      return [g.vector(D), g.direction(D)]
    },

    .agreement(
      "nu = mu - mu_B and d = (a_B - b_B) / 2", points: 4, Function("pairParts", pairParts), ["a", "b", "g"],
      plan: .withoutTime
    ) { g in
      let D = g.dimension()
      return [g.vector(D), g.vector(D), g.direction(D)]
    },

    .agreement(
      "nu + d and nu - d", points: 2, Function("pairOf", pairOf), ["parts"], plan: .withoutTime
    ) { g in
      let D = g.dimension()
      return [PairParts(shared: g.vector(D), opposite: g.vector(D))]
    },

    .agreement(
      "d of the length sqrt(1 - |nu|^2)", points: 3, Function("unitParts", unitParts), ["parts"],
      plan: CasePlan(saturated: 0, long: 0)
    ) { g in
      let pair = g.unitPair()
      return [pairParts(pair.a, pair.b, pair.g)]
    },
  ]
}

private func wholeChecks() -> [Check] {
  [
    .agreement(
      "a pair of length 1, equalised", points: 2, Function("equalise", equalise), ["a", "b", "g"],
      plan: CasePlan(saturated: 0, long: 0)
    ) { g in
      let pair = g.unitPair()
      return [pair.a, pair.b, pair.g]
    },

    .agreement(
      "the table: the listed pairs equalised, all other rows as they were", points: 3,
      Function("equaliseAll", equaliseAll), ["E", "pairs", "g"], plan: CasePlan(saturated: 0, long: 0)
    ) { g in
      g.table()
    },
  ]
}

extension CaseGenerator {
  /// A bias direction of any length but 0.
  fileprivate mutating func direction(_ D: Int) -> Vector {
    var g = vector(D)
    if g.norm == 0 { g[0] = 1 }
    return size == .general ? stretch() * g : g
  }

  /// A vector of length 1, with entries that are easy to square in small cases.
  private mutating func unit(_ D: Int) -> Vector {
    guard size == .general || size == .long else {
      let (i, j) = (index(below: D), index(below: D))
      let sign = index(below: 2) == 0 ? 1.0 : -1.0
      return i == j
        ? sign * Vector.oneHot(i, count: D)
        : 0.6 * Vector.oneHot(i, count: D) + sign * 0.8 * Vector.oneHot(j, count: D)
    }
    while true {
      let drawn = vector(D)
      if drawn.norm > 0.1 { return drawn / drawn.norm }
    }
  }

  /// Two vectors of length 1 whose parts along the direction are not close to each other.
  fileprivate mutating func unitPair(along given: Vector? = nil) -> (a: Vector, b: Vector, g: Vector) {
    let D = given?.count ?? dimension()
    let g = given ?? direction(D)
    while true {
      let (a, b) = (unit(D), unit(D))
      if abs(dot(a - b, g)) > 0.1 * g.norm { return (a, b, g) }
    }
  }

  /// A table with the pairs in it, each row in one of them at most.
  fileprivate mutating func table() -> [Any] {
    let D = dimension()
    let g = direction(D)
    let count = size == .tiny ? 1 : integer(in: 1...3)
    var rows: [Vector] = []
    var pairs: [RowPair] = []
    for _ in 0..<count {
      if index(below: 2) == 0 { rows.append(unit(D)) }
      let pair = unitPair(along: g)
      let isReversed = index(below: 2) == 0
      pairs.append(RowPair(first: rows.count + (isReversed ? 1 : 0), second: rows.count + (isReversed ? 0 : 1)))
      rows += isReversed ? [pair.b, pair.a] : [pair.a, pair.b]
    }
    rows.append(unit(D))
    return [Matrix(rows.map(\.elements)), pairs.reversed() as [RowPair], g]
  }
}
