internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What an embedding layer must satisfy.
@Sendable func embeddingLookupChecks() -> ExerciseChecks {
  ExerciseChecks("embedding-lookup", lookupChecks() + gradientChecks() + trainingChecks())
}

private func lookupChecks() -> [Check] {
  [
    .agreement(
      "e = E x, a column of E", points: 1, Function("embeddedWord", embeddedWord), ["E", "word"], plan: .withoutTime
    ) { g in
      let layer = g.layer()
      return [layer.E, layer.words[0]]
    },

    .agreement("e_1, ..., e_T", points: 1, Function("embeddedText", embeddedText), ["E", "words"]) { g in
      let layer = g.layer()
      return [layer.E, layer.words]
    }.timeSteps(from: 1),
  ]
}

private func gradientChecks() -> [Check] {
  [
    .agreement(
      "what one position adds: de x^T", points: 1, Function("positionGradient", positionGradient), ["de", "word", "V"],
      plan: .withoutTime
    ) { g in
      let layer = g.layer()
      return [g.vector(layer.E.rows), layer.words[0], layer.E.columns]
    },

    .agreement(
      "dE = sum_t de_t x_t^T", points: 4, Function("embeddingGradient", embeddingGradient), ["words", "de", "E"],
      plan: CasePlan(small: 8)
    ) { g in
      let layer = g.layer()
      return [layer.words, g.vectors(layer.words.count, of: layer.E.rows), layer.E]
    }.gradient(
      Gradient(
        of: Function("loss") { (words: [Int], de: [Vector], E: Matrix) in
          zip(embeddedText(E, words), de).reduce(0) { $0 + dot($1.0, $1.1) }
        }, blocks: [("", "E")])
    ).sumOverTime(
      of: Function("terms") { (words: [Int], de: [Vector], E: Matrix) in
        zip(words, de).map { positionGradient($1, $0, E.columns) }
      }),

    .agreement(
      "the touched columns of dE, each word once", points: 3, Function("touchedGradients", touchedGradients),
      ["words", "de"], plan: CasePlan(small: 8)
    ) { g in
      let layer = g.layer()
      return [layer.words, g.vectors(layer.words.count, of: layer.E.rows)]
    }.comparing { result, _ in inOrderOfWords(result) },
  ]
}

private func trainingChecks() -> [Check] {
  [
    .agreement(
      "E - eta dE, but for frozen words", points: 2, Function("embeddingStep", embeddingStep),
      ["E", "touched", "rate", "frozen"], plan: .withoutTime
    ) { g in
      let layer = g.layer()
      let touched = Set(layer.words).sorted().map { LookupGradient(word: $0, gradient: g.vector(layer.E.rows)) }
      return [layer.E, touched, g.positive(), g.frozenWords(below: layer.E.columns)]
    },

    .agreement(
      "pre-trained vectors where there are any, random ones elsewhere", points: 2,
      Function("startingTable", startingTable), ["vocabulary", "pretrained", "random"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 2)
      let known = g.shuffledWords()
      let vocabulary = Array(g.shuffledWords().prefix(sizes[1]))
      let pretrained = known.prefix(g.integer(in: 1...known.count - 1)).map {
        PretrainedWord(word: $0, vector: g.vector(sizes[0]))
      }
      return [vocabulary, pretrained, g.matrix(sizes[0], sizes[1])]
    },
  ]
}

/// The list of gradients in the order of the words; what is no such list stays as it is.
private func inOrderOfWords(_ result: Value) -> Value {
  guard case .list(let items) = result else { return result }
  func word(_ item: Value) -> Int {
    guard case .integer(let word)? = item["word"] else { return -1 }
    return word
  }
  return .list(items.sorted { word($0) < word($1) })
}

extension CaseGenerator {
  /// A table, and a text in which words often repeat.
  fileprivate mutating func layer() -> (E: Matrix, words: [Int]) {
    let sizes = dimensions(1, 2)
    let (D, V) = (sizes[0], sizes[1])
    var words = indices(size == .tiny ? 2 : length(), below: V)
    if words.count > 1 && index(below: 2) == 0 { words[words.count - 1] = words[0] }
    return (matrix(D, V), words)
  }

  /// The words that training leaves alone: none, one, some or all.
  fileprivate mutating func frozenWords(below V: Int) -> [Int] {
    switch index(below: 4) {
    case 0: []
    case 1: [index(below: V)]
    case 2: (0..<V).reversed()
    default: Set(indices(V, below: V)).sorted()
    }
  }

  /// Some words in an order of their own.
  fileprivate mutating func shuffledWords() -> [String] {
    var words = ["king", "queen", "man", "woman", "apple", "orange", "bread", "river"]
    for last in words.indices.dropFirst().reversed() { words.swapAt(last, index(below: last + 1)) }
    return words
  }
}
