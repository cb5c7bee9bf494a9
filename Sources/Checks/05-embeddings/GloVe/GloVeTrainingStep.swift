internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What a training step of GloVe must satisfy.
@Sendable func gloveTrainingStepChecks() -> ExerciseChecks {
  ExerciseChecks(
    "glove-training-step", [listCheck(), gradientCheck()] + adaGradChecks() + [pairCheck(), passCheck()])
}

private func listCheck() -> Check {
  .agreement(
    "the pairs with a count, row by row", points: 2, Function("countedPairs", countedPairs), ["X"],
    plan: .withoutTime
  ) { g in
    let sizes = g.dimensions(1, 1)
    let isEmpty = g.size != .tiny && g.index(below: 8) == 0
    let counts = (0..<sizes[0] * sizes[1]).map { _ in isEmpty || g.index(below: 3) == 0 ? 0 : g.count(100) }
    return [Matrix(rows: sizes[0], columns: sizes[1], elements: counts)]
  }
}

private func gradientCheck() -> Check {
  .agreement(
    "the gradients dw, dc and db of one pair", points: 4, Function("pairGradients", pairGradients),
    ["w", "c", "wordBias", "contextBias", "x", "settings"], plan: .withoutTime
  ) { g in
    let D = g.dimension()
    let settings = g.settings()
    return [g.vector(D), g.vector(D), g.number(), g.number(), g.count(settings.xMax), settings]
  }.gradient(
    Gradient(
      of: Function("loss") {
        (w: Vector, c: Vector, wordBias: Double, contextBias: Double, x: Double, settings: GloVeSettings) in
        let e = glovePairError(w, c, wordBias, contextBias, x)
        return gloveWeight(x, settings.xMax, settings.alpha) * e * e
      },
      blocks: [("dw", "w"), ("dc", "c"), ("db", "wordBias")]))
}

private func adaGradChecks() -> [Check] {
  [
    .agreement(
      "G <- G + g .* g", points: 1, Function("adaGradSum", adaGradSum), ["G", "g"], plan: .withoutTime
    ) { g in
      let D = g.dimension()
      return [g.sums(D), g.vector(D)]
    },

    .agreement(
      "theta <- theta - rate * g / sqrt(G)", points: 2, Function("adaGradStep", adaGradStep),
      ["theta", "g", "G", "rate"], plan: .withoutTime
    ) { g in
      let D = g.dimension()
      return [g.vector(D), g.vector(D), g.sums(D), g.settings().rate]
    },
  ]
}

private func pairCheck() -> Check {
  .agreement(
    "one pair: gradients, then sums, then steps", points: 4, Function("trainedOnPair", trainedOnPair),
    ["training", "pair", "settings"], plan: .withoutTime
  ) { g in
    let training = g.training()
    let settings = g.settings()
    return [training, g.pairs(1, below: training.p.b.count, settings)[0], settings]
  }
}

private func passCheck() -> Check {
  .agreement(
    "a pass: each pair's step starts where the one before ended", points: 2,
    Function("trainedOnPairs", trainedOnPairs), ["training", "pairs", "settings"],
    plan: CasePlan(saturated: 0)
  ) { g in
    let training = g.training()
    let settings = g.settings()
    let count = [CaseSize.tiny: 1, .long: 50][g.size] ?? g.integer(in: 2...6)
    return [training, g.pairs(count, below: training.p.b.count, settings), settings]
  }
}

extension CaseGenerator {
  /// Where training stands: parameters, and sums that are not all the same.
  fileprivate mutating func training() -> GloVeTraining {
    let sizes = dimensions(1, 2)
    let (D, V) = (sizes[0], sizes[1])
    let p = GloVeTables(W: matrix(V, D), C: matrix(V, D), b: vector(V), c: vector(V))
    let squares = [sums(V * D), sums(V * D)]
    let G = GloVeTables(
      W: Matrix(rows: V, columns: D, elements: squares[0].elements),
      C: Matrix(rows: V, columns: D, elements: squares[1].elements), b: sums(V), c: sums(V))
    return GloVeTraining(p: p, G: G)
  }

  /// Pairs of words, in which the same pair may come again.
  fileprivate mutating func pairs(_ number: Int, below V: Int, _ settings: GloVeSettings) -> [CountedPair] {
    (0..<number).map { _ in
      CountedPair(word: index(below: V), context: index(below: V), count: count(settings.xMax))
    }
  }

  /// Sums of squares, above 0; in small cases squares of round numbers, and often the 1 that training starts from.
  fileprivate mutating func sums(_ count: Int) -> Vector {
    Vector(
      (0..<count).map { _ in
        switch size {
        case .tiny, .small: [1, 1, 4, 0.25][index(below: 4)]
        case .general, .saturated: decimal(in: 0.01...20)
        case .long: 1
        }
      })
  }

  /// A count above 0: below `xMax`, `xMax` itself or above it.
  fileprivate mutating func count(_ xMax: Double) -> Double {
    let isRound = size == .tiny || size == .small
    return switch index(below: 5) {
    case 0: xMax
    case 1: isRound ? xMax * 2 : xMax + decimal(in: 0.001...200)
    default: isRound ? Double(integer(in: 1...3)) : decimal(in: 0.001...xMax)
    }
  }

  /// GloVe's own settings, or others.
  fileprivate mutating func settings() -> GloVeSettings {
    switch size {
    case .tiny, .small:
      GloVeSettings(
        xMax: [4, 100][index(below: 2)], alpha: [0.75, 0.5][index(below: 2)], rate: [0.5, 0.1][index(below: 2)])
    default:
      GloVeSettings(
        xMax: [100, 10, 2.5][index(below: 3)], alpha: [0.75, 0.75, 1.25][index(below: 3)],
        rate: decimal(in: 0.01...0.3))
    }
  }
}
