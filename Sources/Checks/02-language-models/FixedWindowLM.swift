internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the language model with a fixed window must satisfy.
@Sendable func fixedWindowLMChecks() -> ExerciseChecks {
  ExerciseChecks("fixed-window-lm", forwardChecks() + backwardChecks() + [wholeCheck()])
}

private func forwardChecks() -> [Check] {
  [
    .agreement(
      "how many numbers are learnt", points: 1, Function("fixedWindowSize", fixedWindowSize), ["n", "D", "H", "V"],
      plan: CasePlan(saturated: 0, long: 0)
    ) { g in
      let sizes = g.dimensions(1, 1, 1, 2)
      return [sizes[0], sizes[1], sizes[2], sizes[3]]
    },

    .agreement(
      "e: the columns of E, one below the other", points: 2, Function("windowEmbedding", windowEmbedding),
      ["words", "E"], plan: .withoutTime
    ) { g in
      let window = g.window()
      return [window.words, window.p.E]
    },

    .agreement(
      "h = tanh(We e + b1)", points: 1, Function("windowHidden", windowHidden), ["e", "We", "b1"], plan: .withoutTime
    ) { g in
      let window = g.window()
      return [g.vector(window.p.We.columns), window.p.We, window.p.b1]
    },

    .agreement(
      "z = U h + b2", points: 1, Function("windowScores", windowScores), ["h", "U", "b2"], plan: .withoutTime
    ) { g in
      let window = g.window()
      return [g.activations(window.p.b1.count), window.p.U, window.p.b2]
    },

    .agreement(
      "L = -log softmax(z)[target]", points: 2, Function("fixedWindowLoss", fixedWindowLoss),
      ["words", "target", "p"], plan: .manyExtremes
    ) { g in
      let window = g.window()
      return [window.words, g.rightWord(window.p.b2), window.p]
    },
  ]
}

private func backwardChecks() -> [Check] {
  [
    .agreement(
      "da = U^T dz .* (1 - h .* h)", points: 2, Function("windowHiddenGradient", windowHiddenGradient),
      ["dz", "h", "U"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 2)
      return [g.vector(sizes[1]), g.activations(sizes[0]), g.weights(sizes[1], sizes[0])]
    },

    .agreement(
      "de = We^T da", points: 1, Function("windowInputGradient", windowInputGradient), ["da", "We"],
      plan: .withoutTime
    ) { g in
      let window = g.window()
      return [g.vector(window.p.b1.count), window.p.We]
    },

    .agreement(
      "dE: each word's column gets its part of de", points: 3,
      Function("windowEmbeddingGradient", windowEmbeddingGradient), ["words", "de", "V"],
      plan: CasePlan(small: 8, long: 0)
    ) { g in
      let window = g.window()
      return [window.words, g.vector(window.p.We.columns), window.p.E.columns]
    },
  ]
}

private func wholeCheck() -> Check {
  .agreement(
    "the whole backward pass: dE, dWe, db1, dU and db2", points: 5,
    Function("fixedWindowGradients", fixedWindowGradients), ["words", "target", "p"],
    plan: CasePlan(small: 8, long: 0)
  ) { g in
    let window = g.window()
    return [window.words, window.target, window.p]
  }.gradient(
    Gradient(
      of: Function("loss", fixedWindowLoss),
      blocks: [("dE", "p.E"), ("dWe", "p.We"), ("db1", "p.b1"), ("dU", "p.U"), ("db2", "p.b2")],
      ownLoss: [Gradient.Stage("fixedWindowLoss") { arguments, _ in arguments }]))
}

extension CaseGenerator {
  /// A model, a window in which words often repeat, and the word behind it.
  fileprivate mutating func window() -> (words: [Int], target: Int, p: FixedWindowParameters) {
    let sizes = dimensions(1, 1, 2)
    let (H, D, V) = (sizes[0], sizes[1], sizes[2])
    let n = size == .tiny ? 2 : integer(in: 1...4)
    var words = indices(n, below: V)
    if n > 2 && index(below: 2) == 0 { words[n - 1] = words[0] }
    let p = FixedWindowParameters(
      E: matrix(D, V), We: weights(H, n * D), b1: size == .saturated ? extremes(H) : weights(H), U: weights(V, H),
      b2: size == .saturated ? extremes(V) : weights(V))
    return (words, index(below: V), p)
  }
}
