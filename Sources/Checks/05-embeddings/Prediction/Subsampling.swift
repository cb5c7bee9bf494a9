internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What thinning out frequent words must satisfy.
@Sendable func subsamplingChecks() -> ExerciseChecks {
  ExerciseChecks("subsampling", formulaChecks() + textChecks())
}

private func formulaChecks() -> [Check] {
  let plan = CasePlan(tiny: 4, small: 6, general: 10, saturated: 4, long: 0)
  return [
    .agreement(
      "keep by the paper: sqrt(t / f), at most 1", points: 3, Function("keepProbability", keepProbability), ["f", "t"],
      plan: plan
    ) { g in g.word() },

    .agreement(
      "discard by the paper: 1 - sqrt(t / f), at least 0", points: 1,
      Function("discardProbability", discardProbability), ["f", "t"], plan: plan
    ) { g in g.word() },

    .agreement(
      "keep by the program: (sqrt(f / t) + 1) t / f, at most 1", points: 2,
      Function("programKeepProbability", programKeepProbability), ["f", "t"], plan: plan
    ) { g in g.word() },
  ]
}

private func textChecks() -> [Check] {
  [
    .agreement(
      "the words' shares of the text", points: 1, Function("wordFrequencies", wordFrequencies), ["text", "V"]
    ) { g in
      let V = g.dimension(atLeast: 2)
      return [g.text(below: V), V]
    },

    .agreement(
      "the probability of keeping each word of a text", points: 1, Function("keepProbabilities", keepProbabilities),
      ["text", "V", "t"]
    ) { g in
      let V = g.dimension(atLeast: 2)
      return [g.text(below: V), V, [0.05, 0.1, 0.25][g.index(below: 3)]]
    },

    .agreement(
      "the words that stay", points: 3, Function("subsampledText", subsampledText), ["text", "keep", "u"],
      plan: CasePlan(small: 8)
    ) { g in
      let V = g.dimension(atLeast: 2)
      let text = g.text(below: V)
      let keep = g.keep(V)
      // Now and then a number is just the probability, which is a number too many.
      let u = text.map { word in g.index(below: 4) == 0 && keep[word] < 1 ? keep[word] : g.decimal(in: 0...0.999) }
      return [text, keep, u]
    },

    .agreement(
      "how many words stay on average", points: 1, Function("expectedTextLength", expectedTextLength), ["text", "keep"]
    ) { g in
      let V = g.dimension(atLeast: 2)
      return [g.text(below: V), g.keep(V)]
    },
  ]
}

extension CaseGenerator {
  /// A frequency and a threshold: the frequency below the threshold, the same, a little above, far above, or 0, each of them
  /// in every run.
  fileprivate mutating func word() -> [Any] {
    let t = size == .tiny || size == .small ? 0.01 : [1e-5, 1e-4, 1e-3][index(below: 3)]
    let factor =
      switch size {
      case .tiny: [4.0, 9, 25, 2.25][ordinal % 4]
      case .small: [0, 0.25, 1, 2, 4, 16][ordinal % 6]
      default: [0, decimal(in: 0.001...1), decimal(in: 1...3), decimal(in: 3...900)][ordinal % 4]
      }
    return [t * factor, t]
  }

  /// A text, in which some words are far more frequent than others.
  fileprivate mutating func text(below V: Int) -> [Int] {
    let length = size == .tiny ? 4 : size == .long ? 200 : integer(in: 1...14)
    return (0..<length).map { _ in index(below: 2) == 0 ? 0 : index(below: V) }
  }

  /// Probabilities in eighths, 0 and 1 among them.
  fileprivate mutating func keep(_ V: Int) -> Vector { Vector((0..<V).map { _ in Double(integer(in: 0...8)) / 8 }) }
}
