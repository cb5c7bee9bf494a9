internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What a classifier of gendered words must satisfy.
@Sendable func genderedWordsChecks() -> ExerciseChecks {
  ExerciseChecks("gendered-words", scoreChecks() + [gradientCheck(), trainingCheck(), decisionCheck()])
}

private func scoreChecks() -> [Check] {
  [
    .agreement(
      "s = w . e + b of every word", points: 1, Function("wordScores", wordScores), ["E", "p"], plan: .withoutTime
    ) { g in
      let words = g.words()
      return [words.E, words.p]
    },

    .agreement(
      "the mean of -log sigmoid(s) and -log (1 - sigmoid(s))", points: 3, Function("genderLoss", genderLoss),
      ["s", "y"], plan: .manyExtremes
    ) { g in
      let V = g.dimension(atLeast: 1)
      var (s, y) = (g.extremes(V), g.labels(V))
      // The classifier is sure of a word of either kind, and wrong.
      if g.size == .saturated { (s[0], y[0]) = g.index(below: 2) == 0 ? (1000, 0) : (-1000, 1) }
      return [s, y]
    },

    .agreement(
      "ds = (sigmoid(s) - y) / V", points: 2, Function("genderScoreGradient", genderScoreGradient), ["s", "y"],
      plan: .manyExtremes
    ) { g in
      let V = g.dimension(atLeast: 1)
      return [g.extremes(V), g.labels(V)]
    },
  ]
}

private func gradientCheck() -> Check {
  .agreement(
    "the gradients dw and db", points: 3, Function("genderGradients", genderGradients), ["E", "y", "p"],
    plan: .withoutTime
  ) { g in
    let words = g.words()
    return [words.E, g.labels(words.E.rows), words.p]
  }.gradient(
    Gradient(
      of: Function("loss") { (E: Matrix, y: [Int], p: WordClassifier) in genderLoss(wordScores(E, p), y) },
      blocks: [("dw", "p.w"), ("db", "p.b")],
      ownLoss: [
        Gradient.Stage("wordScores") { arguments, _ in [arguments[0], arguments[2]] },
        Gradient.Stage("genderLoss") { arguments, scores in [scores, arguments[1]] },
      ]))
}

private func trainingCheck() -> Check {
  .agreement(
    "the given number of steps down the gradient", points: 2,
    Function("trainedGenderClassifier", trainedGenderClassifier), ["E", "y", "p", "rate", "steps"],
    plan: CasePlan(saturated: 0)
  ) { g in
    let words = g.words()
    let rate = g.size == .tiny || g.size == .small ? [0.1, 0.5, 1][g.index(below: 3)] : g.decimal(in: 0.01...1)
    let steps = g.size == .long ? 50 : [0, 1, 2, 3, 5][g.index(below: 5)]
    return [words.E, g.labels(words.E.rows), words.p, rate, steps]
  }
}

private func decisionCheck() -> Check {
  .agreement(
    "the words above the threshold", points: 2, Function("genderedWords", genderedWords), ["E", "p", "threshold"],
    plan: CasePlan(tiny: 4, small: 10, long: 0)
  ) { g in
    while true {
      var words = g.words()
      // In small cases, whose numbers are round, a word may be exactly as likely to be gendered as not.
      let isEven = g.size == .small && g.index(below: 2) == 0
      let threshold = isEven ? 0.5 : [0.5, 0.25, 0.75, 0.9][g.index(below: 4)]
      if isEven { words.p.b = -dot(words.E[row: 0], words.p.w) }
      let margins = wordScores(words.E, words.p).map { sigmoid($0) - threshold }
      if margins.allSatisfy({ abs($0) > 1e-6 || $0 == 0 && g.size == .small }) { return [words.E, words.p, threshold] }
    }
  }
}

extension CaseGenerator {
  /// A table of words and a classifier of them.
  fileprivate mutating func words() -> (E: Matrix, p: WordClassifier) {
    let sizes = dimensions(2, 1)
    let (V, D) = (sizes[0], sizes[1])
    return (matrix(V, D), WordClassifier(w: weights(D), b: weights(1)[0]))
  }

  /// A label for each of a number of words; now and then all words are of one kind.
  fileprivate mutating func labels(_ count: Int) -> [Int] {
    let draw = index(below: 6)
    return draw < 2 ? Array(repeating: draw, count: count) : indices(count, below: 2)
  }
}
