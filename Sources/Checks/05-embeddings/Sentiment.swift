internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What a classifier of averaged embeddings must satisfy.
@Sendable func sentimentChecks() -> ExerciseChecks {
  ExerciseChecks("sentiment", forwardChecks() + lineChecks() + [gradientCheck()] + trainingChecks())
}

private func forwardChecks() -> [Check] {
  [
    .agreement(
      "a = the mean of the words' vectors", points: 2, Function("averagedEmbedding", averagedEmbedding),
      ["words", "E"], plan: CasePlan(general: 6, saturated: 1)
    ) { g in
      let sizes = g.dimensions(2, 1)
      return [g.review(below: sizes[0]), g.matrix(sizes[0], sizes[1])]
    },

    .agreement(
      "z = W a + b", points: 1, Function("sentimentScores", sentimentScores), ["words", "p"], plan: .oneLine
    ) { g in
      let p = g.classifier()
      return [g.review(below: p.E.rows), p]
    },

    .agreement(
      "L = -log softmax(z)[label]", points: 2, Function("sentimentLoss", sentimentLoss), ["words", "label", "p"],
      plan: .manyExtremes
    ) { g in
      let p = g.classifier()
      return [g.review(below: p.E.rows), g.index(below: p.b.count), p]
    },
  ]
}

private func lineChecks() -> [Check] {
  [
    .agreement(
      "dz = softmax(z) - one-hot(label)", points: 1, Function("sentimentScoreGradient", sentimentScoreGradient),
      ["z", "label"], plan: .manyExtremes
    ) { g in
      let C = g.dimension(atLeast: 2)
      return [g.extremes(C), g.index(below: C)]
    },

    .agreement(
      "da = W^T dz", points: 1, Function("averagedEmbeddingGradient", averagedEmbeddingGradient), ["dz", "W"],
      plan: .oneLine
    ) { g in
      let sizes = g.dimensions(2, 1)
      return [g.vector(sizes[0]), g.weights(sizes[0], sizes[1])]
    },

    .agreement(
      "dE: the row of each word gets da / T, once for each time it is read", points: 3,
      Function("sentimentTableGradient", sentimentTableGradient), ["da", "words", "V"],
      plan: CasePlan(small: 8, general: 6, saturated: 1)
    ) { g in
      let sizes = g.dimensions(2, 1)
      return [g.vector(sizes[1]), g.review(below: sizes[0]), sizes[0]]
    }.sumOverTime(
      of: Function("terms") { (da: Vector, words: [Int], V: Int) in
        words.map { outer(Vector.oneHot($0, count: V), da / Double(words.count)) }
      }),
  ]
}

private func gradientCheck() -> Check {
  .agreement(
    "the gradients dE, dW and db", points: 4, Function("sentimentGradients", sentimentGradients),
    ["words", "label", "p"]
  ) { g in
    let p = g.classifier()
    return [g.review(below: p.E.rows), g.index(below: p.b.count), p]
  }.gradient(
    Gradient(
      of: Function("loss", sentimentLoss), blocks: [("dE", "p.E"), ("dW", "p.W"), ("db", "p.b")],
      ownLoss: [Gradient.Stage("sentimentLoss") { arguments, _ in arguments }]))
}

private func trainingChecks() -> [Check] {
  [
    .agreement(
      "a step: W and b always, E if it is not frozen", points: 3, Function("sentimentStep", sentimentStep),
      ["words", "label", "p", "rate", "isFrozen"], plan: CasePlan(tiny: 4, small: 6, general: 6, saturated: 2, long: 0)
    ) { g in
      let p = g.classifier()
      return [g.review(below: p.E.rows), g.index(below: p.b.count), p, g.rate(), g.index(below: 2) == 0]
    },

    .agreement(
      "a pass: each review's step starts where the one before ended", points: 2,
      Function("sentimentEpoch", sentimentEpoch), ["reviews", "labels", "p", "rate", "isFrozen"],
      plan: CasePlan(small: 5, general: 5, saturated: 0, long: 0)
    ) { g in
      let p = g.classifier()
      let count = g.size == .tiny ? 1 : g.integer(in: 2...4)
      let reviews = (0..<count).map { _ in g.review(below: p.E.rows) }
      return [reviews, g.indices(count, below: p.b.count), p, g.rate(), g.index(below: 2) == 0]
    },
  ]
}

extension CasePlan {
  /// For a line of the derivation that a few shapes try out.
  fileprivate static var oneLine: CasePlan { CasePlan(general: 4, saturated: 1, long: 0) }
}

extension CaseGenerator {
  /// Embeddings and a classifier of averages.
  fileprivate mutating func classifier() -> SentimentParameters {
    let sizes = dimensions(2, 1, 2)
    let (V, D, C) = (sizes[0], sizes[1], sizes[2])
    return SentimentParameters(
      E: weights(V, D), W: weights(C, D), b: size == .saturated ? extremes(C) : weights(C))
  }

  /// The words of a review; in some of the cases its first word comes once more at the end.
  fileprivate mutating func review(below V: Int) -> [Int] {
    var words = indices(length(), below: V)
    if words.count > 1 && index(below: 2) == 0 { words[words.count - 1] = words[0] }
    return words
  }

  /// A learning rate.
  fileprivate mutating func rate() -> Double {
    size == .tiny || size == .small ? [0.1, 0.5, 1][index(below: 3)] : decimal(in: 0.01...1)
  }
}
