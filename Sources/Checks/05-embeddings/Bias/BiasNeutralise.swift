internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What neutralising a bias direction must satisfy.
@Sendable func biasNeutraliseChecks() -> ExerciseChecks {
  ExerciseChecks(
    "bias-neutralise",
    [
      .agreement(
        "the part of e along g: (e . g / g . g) g", points: 3,
        Function("biasComponent", biasComponent), ["e", "g"], plan: .withoutTime
      ) { g in g.wordAndDirection() },

      .agreement(
        "e without its part along g", points: 3, Function("neutralise", neutralise), ["e", "g"], plan: .withoutTime
      ) { g in g.wordAndDirection() },

      .agreement(
        "every row of E neutralised but the definitional ones", points: 4,
        Function("neutraliseAll", neutraliseAll), ["E", "definitional", "g"], plan: CasePlan(small: 8, long: 0)
      ) { g in
        let sizes = g.dimensions(2, 2)
        let (D, V) = (sizes[0], sizes[1])
        return [g.matrix(V, D), g.definitional(below: V), g.direction(D)]
      },
    ])
}

extension CaseGenerator {
  /// A word's vector and a direction; in every run the one lies along the other, and at a right angle to it.
  fileprivate mutating func wordAndDirection() -> [Any] {
    let D = dimension(atLeast: 2)
    let g = direction(D)
    switch ordinal % 8 {
    case 5:
      // Along the first axis and a power of two apart: by any formula what is left is 0, and no error of rounding.
      let axis = g.norm * Vector.oneHot(0, count: D)
      return [[-2, -0.5, 0.5, 2][index(below: 4)] * axis, axis]
    case 6:
      var across = Vector.zeros(D)
      (across[0], across[1]) = (-g[1], g[0])
      return [across, g]
    default: return [vector(D), g]
    }
  }

  /// A bias direction of any length but 0.
  fileprivate mutating func direction(_ D: Int) -> Vector {
    var g = vector(D)
    if g.norm == 0 { g[0] = 1 }
    return size == .general ? stretch() * g : g
  }

  /// The rows of definitional words: none, one, several in any order and perhaps twice, or all of them.
  fileprivate mutating func definitional(below V: Int) -> [Int] {
    switch index(below: 5) {
    case 0: []
    case 1: [index(below: V)]
    case 2: (0..<V).reversed()
    default: indices(integer(in: 2...max(2, V - 1)), below: V)
    }
  }
}
