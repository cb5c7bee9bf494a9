internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What GloVe's loss and gradients must satisfy.
@Sendable func gloveLossChecks() -> ExerciseChecks {
  ExerciseChecks("glove-loss", pairChecks() + [lossCheck(), gradientCheck()])
}

private func pairChecks() -> [Check] {
  [
    .agreement(
      "f(x) = (x / x_max)^alpha below x_max, 1 from there on, 0 at 0", points: 2,
      Function("gloveWeight", gloveWeight), ["x", "xMax", "alpha"],
      plan: CasePlan(tiny: 5, general: 16, saturated: 0, long: 0)
    ) { g in
      let weighting = g.weighting()
      return [g.count(weighting.xMax), weighting.xMax, weighting.alpha]
    },

    .agreement(
      "e = w . c + b + c~ - log x", points: 1,
      Function("glovePairError", glovePairError), ["w", "c", "wordBias", "contextBias", "x"], plan: .withoutTime
    ) { g in
      let D = g.dimension()
      let x = g.positiveCount(g.weighting().xMax)
      return [g.vector(D), g.vector(D), g.number(), g.number(), x]
    },
  ]
}

private func lossCheck() -> Check {
  .agreement(
    "J = sum f(X_ij) e_ij^2 over the pairs with a count", points: 2,
    Function("gloveLoss", gloveLoss), ["X", "p", "xMax", "alpha"], plan: .withoutTime
  ) { g in g.problem() }
}

private func gradientCheck() -> Check {
  .agreement(
    "the gradients dW, dC, db and dc", points: 5,
    Function("gloveGradients", gloveGradients), ["X", "p", "xMax", "alpha"], plan: .withoutTime
  ) { g in
    g.problem()
  }.gradient(
    Gradient(
      of: Function("loss", gloveLoss), blocks: [("dW", "p.W"), ("dC", "p.C"), ("db", "p.b"), ("dc", "p.c")],
      ownLoss: [Gradient.Stage("gloveLoss") { arguments, _ in arguments }]))
}

extension CaseGenerator {
  /// Counts, parameters, `xMax` and `alpha`; now and then no pair was counted at all.
  fileprivate mutating func problem() -> [Any] {
    let sizes = dimensions(1, 2)
    let (D, V) = (sizes[0], sizes[1])
    let weighting = weighting()
    let isEmpty = size != .tiny && index(below: 8) == 0
    let counts = (0..<V * V).map { _ in isEmpty ? 0 : count(weighting.xMax) }
    let p = GloVeParameters(W: matrix(V, D), C: matrix(V, D), b: vector(V), c: vector(V))
    return [Matrix(rows: V, columns: V, elements: counts), p, weighting.xMax, weighting.alpha]
  }

  /// GloVe's own `xMax` and `alpha`, or others.
  fileprivate mutating func weighting() -> (xMax: Double, alpha: Double) {
    switch size {
    case .tiny, .small: ([4, 100][index(below: 2)], [0.75, 0.5][index(below: 2)])
    default: ([100, 10, 2.5, 1][index(below: 4)], [0.75, 0.75, 0.5, 1.25][index(below: 4)])
    }
  }

  /// A count: zero, below `xMax`, `xMax` itself or above it.
  fileprivate mutating func count(_ xMax: Double) -> Double {
    index(below: 4) == 0 ? 0 : positiveCount(xMax)
  }

  /// A count above 0: below `xMax`, `xMax` itself or above it.
  fileprivate mutating func positiveCount(_ xMax: Double) -> Double {
    let isRound = size == .tiny || size == .small
    return switch index(below: 5) {
    case 0: xMax
    case 1: isRound ? xMax * 2 : xMax + decimal(in: 0.001...200)
    default: isRound ? Double(integer(in: 1...3)) : decimal(in: 0.001...xMax)
    }
  }
}
