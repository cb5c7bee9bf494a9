internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What measures of similarity must satisfy.
@Sendable func cosineSimilarityChecks() -> ExerciseChecks {
  ExerciseChecks("cosine-similarity", pairChecks() + tableChecks() + rankingChecks())
}

private func pairChecks() -> [Check] {
  [
    .agreement(
      "cos(u, v) = u . v / (||u|| ||v||)", points: 2, Function("cosineSimilarity", cosineSimilarity), ["u", "v"],
      plan: .withoutTime
    ) { g in g.pairOfWords() },

    .agreement(
      "-||u - v||", points: 1, Function("minusDistance", minusDistance), ["u", "v"], plan: .withoutTime
    ) { g in g.pairOfWords() },

    .agreement(
      "the gradient of cos(u, v) with respect to u", points: 3, Function("cosineGradient", cosineGradient), ["u", "v"],
      plan: CasePlan(small: 6, saturated: 0, long: 0)
    ) { g in
      let D = g.dimension()
      return [g.word(D), g.stretch() * g.word(D)]
    }.gradient(
      Gradient(
        of: Function("loss", cosineSimilarity), blocks: [("", "u")],
        ownLoss: [Gradient.Stage("cosineSimilarity") { arguments, _ in arguments }])),
  ]
}

private func tableChecks() -> [Check] {
  [
    .agreement("every row of length 1", points: 1, Function("unitTable", unitTable), ["E"], plan: .withoutTime) { g in
      [g.wordTable().E]
    },

    .agreement(
      "the cosines with every row", points: 2, Function("tableCosines", tableCosines), ["E", "query"],
      plan: .withoutTime
    ) { g in
      let table = g.wordTable()
      return [table.E, table.query]
    },
  ]
}

private func rankingChecks() -> [Check] {
  [
    .agreement(
      "the k largest scores, some indices left out", points: 3, Function("largestScores", largestScores),
      ["scores", "k", "excluded"], plan: CasePlan(small: 8, general: 12, saturated: 0, long: 0)
    ) { g in
      let V = g.dimension(atLeast: 2)
      var scores = g.vector(V)
      if g.index(below: 3) == 0 { scores = scores - Vector(repeating: 4, count: V) }
      if g.index(below: 2) == 0 { scores[g.index(below: V)] = scores[g.index(below: V)] }
      let excluded = g.excludedWords(below: V)
      return [scores, g.integer(in: 1...V - Set(excluded).count), excluded]
    },

    .agreement(
      "the nearest words", points: 2, Function("nearestWords", nearestWords), ["E", "word", "k"],
      plan: CasePlan(small: 8, general: 10, long: 0)
    ) { g in
      while true {
        let E = g.wordTable().E
        let word = g.index(below: E.rows)
        if isRankingClear(tableCosines(E, E[row: word])) { return [E, word, g.integer(in: 1...E.rows - 1)] }
      }
    },
  ]
}

/// Whether rounding cannot change the order of the scores: no two lie closer to each other than that.
func isRankingClear(_ scores: Vector) -> Bool {
  let sorted = scores.sorted()
  return zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 > 1e-6 }
}

extension CaseGenerator {
  /// A word's vector, never zero.
  fileprivate mutating func word(_ D: Int) -> Vector {
    while true {
      let vector = vector(D)
      if vector.norm > 0.1 { return vector }
    }
  }

  /// Two words of any length; now and then they point the same way, or opposite ways, or are equal.
  fileprivate mutating func pairOfWords() -> [Any] {
    let D = dimension()
    let (u, v) = (word(D), word(D))
    guard size == .general || size == .saturated else { return [u, v] }
    switch index(below: 6) {
    case 0: return [u, positive() * u]
    case 1: return [u, -positive() * u]
    case 2: return [u, u]
    default: return [stretch() * u, stretch() * v]
    }
  }

  /// A table of words of different lengths, and a vector to compare with.
  fileprivate mutating func wordTable() -> (E: Matrix, query: Vector) {
    let sizes = size == .tiny ? [2, 2] : dimensions(2, 3)
    let (D, V) = (sizes[0], sizes[1])
    var E = Matrix.zeros(V, D)
    for row in 0..<V { E[row: row] = (size == .general ? stretch() : 1) * word(D) }
    return (E, word(D))
  }

  /// The words to leave out: none, one, or several in any order and perhaps twice; at least one remains.
  fileprivate mutating func excludedWords(below V: Int) -> [Int] {
    switch index(below: 3) {
    case 0: []
    case 1: [index(below: V)]
    default: indices(V - 1, below: V)
    }
  }
}
