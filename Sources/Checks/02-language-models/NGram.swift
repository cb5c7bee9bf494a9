internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What a language model of n-grams must satisfy, on sentences of the course's corpus.
@Sendable func ngramChecks() -> ExerciseChecks {
  ExerciseChecks("ngram", countingChecks() + probabilityChecks() + textChecks())
}

private func countingChecks() -> [Check] {
  [
    .agreement(
      "n - 1 times <sos>, the words, <eos>", points: 1, Function("paddedSentence", paddedSentence), ["sentence", "n"],
      plan: .texts
    ) { g in
      [g.someSentence(), g.order()]
    },

    .agreement("all chunks of n tokens", points: 2, Function("ngrams", ngrams), ["tokens", "n"], plan: .texts) { g in
      [g.someSentence(), g.integer(in: 1...4)]
    },

    .agreement(
      "the counts of all n-grams", points: 3, Function("ngramCounts", ngramCounts), ["sentences", "n"],
      plan: CasePlan(small: 4, general: 6, saturated: 0)
    ) { g in
      [g.villageSentences(), g.order()]
    }.comparing { result, _ in sortedCounts(result) },

    .agreement(
      "count(n-gram), 0 where there is none", points: 1, Function("timesCounted", timesCounted), ["counts", "words"],
      plan: .texts
    ) { g in
      let model = g.model()
      let chunk = g.chunk(model)
      return [model.counts, chunk.context + [chunk.word]]
    },

    .agreement(
      "count(context) = sum_w count(context w)", points: 2, Function("contextCount", contextCount),
      ["counts", "context"], plan: .texts
    ) { g in
      let model = g.model()
      return [model.counts, g.chunk(model).context]
    },
  ]
}

private func probabilityChecks() -> [Check] {
  [
    .agreement(
      "P(w | context) = count(context w) / count(context)", points: 2,
      Function("conditionalProbability", conditionalProbability), ["counts", "context", "word"], plan: .texts
    ) { g in
      let model = g.model()
      let chunk = g.chunk(model, isContextCounted: true)
      return [model.counts, chunk.context, chunk.word]
    },

    .agreement(
      "V: the different words, and <eos>", points: 1, Function("possibleWords", possibleWords), ["sentences"],
      plan: CasePlan(small: 4, general: 6, saturated: 0)
    ) { g in
      [g.villageSentences()]
    },

    .agreement(
      "P(w | context) with k added to every count", points: 2, Function("smoothedProbability", smoothedProbability),
      ["model", "context", "word"], plan: .texts
    ) { g in
      let model = g.model()
      let chunk = g.chunk(model)
      return [model, chunk.context, chunk.word]
    },
  ]
}

private func textChecks() -> [Check] {
  [
    .agreement(
      "log P(w_1 ... w_T <eos>)", points: 3, Function("sentenceLogProbability", sentenceLogProbability),
      ["model", "sentence"], plan: .texts
    ) { g in
      let model = g.model()
      return [model, g.someSentence()]
    },

    .agreement(
      "perplexity = exp(-1/M sum log P)", points: 3, Function("perplexity", perplexity), ["model", "sentences"],
      plan: .texts
    ) { g in
      let model = g.model()
      let count = g.size == .tiny ? 2 : g.integer(in: 2...4)
      // Of different lengths, so that a mean over sentences is another number than one over tokens.
      return [model, (0..<count).map { Array(g.someSentence().prefix(2 + 3 * $0)) }]
    },
  ]
}

/// The list of counts in the order of the n-grams; what is no such list stays as it is.
private func sortedCounts(_ result: Value) -> Value {
  guard case .list(let items) = result else { return result }
  let keyed = items.map { (key: $0.key, item: $0) }
  return .list(keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.item))
}

extension Value {
  /// The words of an n-gram's count, to sort by.
  fileprivate var key: [String] {
    guard case .list(let words)? = self["words"] else { return [] }
    return words.map { word in
      guard case .text(let text) = word else { return "" }
      return text
    }
  }
}

extension CasePlan {
  /// For functions of words: numbers do not saturate.
  fileprivate static var texts: CasePlan { CasePlan(small: 4, general: 5, saturated: 0, long: 0) }
}

extension CaseGenerator {
  /// The length of the n-grams: pairs first.
  fileprivate mutating func order() -> Int {
    switch size {
    case .tiny, .long: 2
    case .small: integer(in: 1...2)
    case .general, .saturated: integer(in: 1...4)
    }
  }

  /// A sentence of the corpus, shortened in tiny cases, with an unknown word in some.
  fileprivate mutating func someSentence() -> [String] {
    var sentence = Village.words[index(below: Village.words.count)]
    if size == .tiny { sentence = Array(sentence.prefix(3)) }
    if index(below: 4) == 0 { sentence[index(below: sentence.count)] = unknownWord() }
    return sentence
  }

  /// A model of some sentences of the corpus.
  fileprivate mutating func model() -> NGramModel {
    let sentences = villageSentences()
    let n = order()
    let k = size == .tiny ? 1 : [0.1, 0.5, 1, 2][index(below: 4)]
    return NGramModel(
      n: n, counts: ngramCounts(sentences, n).sorted { $0.words.lexicographicallyPrecedes($1.words) }, k: k,
      V: possibleWords(sentences))
  }

  /// A context and a word: mostly an n-gram that was counted, at times with another word or an unknown one, or with an
  /// unknown word in the context.
  fileprivate mutating func chunk(
    _ model: NGramModel, isContextCounted: Bool = false
  ) -> (context: [String], word: String) {
    let words = model.counts[index(below: model.counts.count)].words
    var context = Array(words.dropLast())
    var word = words[model.n - 1]
    switch index(below: 8) {
    case 0: word = unknownWord()
    case 1: word = model.counts[index(below: model.counts.count)].words[model.n - 1]
    case 2 where !context.isEmpty && !isContextCounted: context[index(below: context.count)] = unknownWord()
    default: break
    }
    return (context, word)
  }
}
