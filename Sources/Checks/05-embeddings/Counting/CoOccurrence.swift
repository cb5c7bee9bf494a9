internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What counting contexts must satisfy, on lists of numbers and on sentences of the course's corpus.
@Sendable func coOccurrenceChecks() -> ExerciseChecks {
  ExerciseChecks("co-occurrence", windowChecks() + countChecks() + probabilityChecks())
}

private func windowChecks() -> [Check] {
  [
    .agreement(
      "the positions around t, without t", points: 2, Function("contextPositions", contextPositions),
      ["t", "T", "window"], plan: CasePlan(small: 8, general: 12, saturated: 0, long: 0)
    ) { g in
      let T = g.size == .tiny ? 3 : g.integer(in: 1...8)
      return [g.index(below: T), T, g.window()]
    },

    .agreement(
      "every word with every word of its context", points: 3, Function("contextPairs", contextPairs),
      ["document", "window"], plan: .texts
    ) { g in [g.document(words: 5), g.window()] },

    .agreement(
      "what a pair counts", points: 1, Function("pairCount", pairCount), ["distance", "window"], plan: .texts
    ) { g in [g.integer(in: 1...6), g.window()] },
  ]
}

private func countChecks() -> [Check] {
  [
    .agreement(
      "X[i, k]: word k in the context of word i", points: 4, Function("coOccurrences", coOccurrences),
      ["documents", "V", "window"], plan: CasePlan(small: 8, general: 8, saturated: 0)
    ) { g in
      let text = g.documents()
      return [text.documents, text.V, g.window()]
    },

    .agreement(
      "how often each word occurs in each document", points: 1, Function("documentCounts", documentCounts),
      ["documents", "V"], plan: .texts
    ) { g in
      let text = g.documents()
      return [text.documents, text.V]
    },
  ]
}

private func probabilityChecks() -> [Check] {
  [
    .agreement(
      "P(k | i) = X[i, k] / X_i", points: 3, Function("contextProbabilities", contextProbabilities), ["X"],
      plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 2)
      var X = g.counts(sizes[0], sizes[1])
      if g.index(below: 2) == 0 { X[row: g.index(below: X.rows)] = .zeros(X.columns) }
      return [X]
    },

    .agreement(
      "P(k | i) / P(k | j)", points: 2, Function("probabilityRatio", probabilityRatio), ["X", "i", "j", "k"],
      plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(2, 2)
      let X = g.counts(sizes[0], sizes[1])
      let i = g.index(below: X.rows)
      return [X, i, (i + g.integer(in: 1...X.rows - 1)) % X.rows, g.index(below: X.columns)]
    },
  ]
}

extension CasePlan {
  /// For functions of words: numbers do not saturate.
  fileprivate static var texts: CasePlan { CasePlan(small: 6, general: 8, saturated: 0, long: 0) }
}

extension CaseGenerator {
  /// A window: equally wide on both sides in half of the cases, one-sided in some.
  fileprivate mutating func window() -> ContextWindow {
    let widest = size == .tiny ? 1 : size == .long ? 5 : 3
    let (before, after) = (integer(in: 1...widest), integer(in: 1...widest))
    let countsByDistance = index(below: 2) == 0
    switch index(below: 6) {
    case 0: return ContextWindow(before: before, after: 0, countsByDistance: countsByDistance)
    case 1: return ContextWindow(before: 0, after: after, countsByDistance: countsByDistance)
    case 2: return ContextWindow(before: before, after: after, countsByDistance: countsByDistance)
    default: return ContextWindow(before: before, after: before, countsByDistance: countsByDistance)
    }
  }

  /// A list of some of the words below `words`; in general cases it may be empty.
  fileprivate mutating func document(words V: Int) -> [Int] {
    switch size {
    case .tiny: indices(3, below: 2)
    case .small: indices(integer(in: 2...4), below: min(V, 3))
    case .general, .saturated, .long: indices(integer(in: 0...8), below: V)
    }
  }

  /// Some documents and the size of their vocabulary: short lists of numbers, or sentences of the corpus, whose words are
  /// numbered as they come.
  fileprivate mutating func documents() -> (documents: [[Int]], V: Int) {
    guard size == .long || size == .general && index(below: 2) == 0 else {
      let V = dimension(atLeast: 3)
      return ((0..<integer(in: size == .tiny ? 1...2 : 2...3)).map { _ in document(words: V) }, V)
    }
    var numbers: [String: Int] = [:]
    let documents = excerpt(size == .long ? 25 : 2).map { sentence in
      sentence.map { word in
        let number = numbers[word] ?? numbers.count
        numbers[word] = number
        return number
      }
    }
    return (documents, numbers.count)
  }

  /// Counts of which none is 0; large ones in saturated cases, and in some so small that whole rows sum to less than 1.
  fileprivate mutating func counts(_ rows: Int, _ columns: Int) -> Matrix {
    let largest = size == .saturated ? 100_000 : 9
    let isRound = index(below: 2) == 0
    let scale = size == .general && index(below: 3) == 0 ? 0.01 : 1
    let elements = (0..<rows * columns).map { _ in
      isRound ? Double(integer(in: 1...largest)) : Double(integer(in: 1...largest)) / Double(integer(in: 1...5))
    }
    return scale * Matrix(rows: rows, columns: columns, elements: elements)
  }
}
