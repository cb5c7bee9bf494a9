// Functional: maps, groups and reductions.

import LinearAlgebra

// Given.

/// An n-gram and how often it was counted.
struct NGramCount {
  var words: [String]
  var count: Int
}

/// A model of n-grams: their length, their counts, the number k that smoothing adds, and the number V of possible words.
struct NGramModel {
  var n: Int
  var counts: [NGramCount]
  var k: Double
  var V: Int
}

func paddedSentence(_ sentence: [String], _ n: Int) -> [String] {
  (1..<n).map { _ in "<sos>" } + sentence + CollectionOfOne("<eos>")
}

func ngrams(_ tokens: [String], _ n: Int) -> [[String]] {
  tokens.indices.dropLast(n - 1).map { Array(tokens[$0..<($0 + n)]) }
}

func ngramCounts(_ sentences: [[String]], _ n: Int) -> [NGramCount] {
  let all = sentences.flatMap { ngrams(paddedSentence($0, n), n) }
  return Dictionary(grouping: all) { $0 }.map { NGramCount(words: $0.key, count: $0.value.count) }
}

func timesCounted(_ counts: [NGramCount], _ words: [String]) -> Int {
  counts.filter { $0.words.elementsEqual(words) }.map(\.count).reduce(0, +)
}

func contextCount(_ counts: [NGramCount], _ context: [String]) -> Int {
  counts.filter { $0.words.starts(with: context) }.map(\.count).reduce(0, +)
}

func conditionalProbability(_ counts: [NGramCount], _ context: [String], _ word: String) -> Double {
  let following = counts.filter { $0.words.starts(with: context) }
  let all = following.reduce(0) { $0 + $1.count }
  return following.filter { $0.words.last == word }.map { Double($0.count) / Double(all) }.reduce(0, +)
}

func possibleWords(_ sentences: [[String]]) -> Int {
  Set(sentences.flatMap { $0 + ["<eos>"] }).count
}

func smoothedProbability(_ model: NGramModel, _ context: [String], _ word: String) -> Double {
  let all = Double(contextCount(model.counts, context))
  // The mixture of what was counted and of all words alike.
  let weight = all / (all + model.k * Double(model.V))
  let counted = all == 0 ? 0 : conditionalProbability(model.counts, context, word)
  return weight * counted + (1 - weight) / Double(model.V)
}

func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  ngrams(paddedSentence(sentence, model.n), model.n)
    .map { log(smoothedProbability(model, $0.dropLast(), $0.last ?? "")) }.sorted().reduce(0, +)
}

func perplexity(_ model: NGramModel, _ sentences: [[String]]) -> Double {
  let predicted = sentences.map { Double($0.count + 1) }.reduce(0, +)
  return 1 / exp(sentences.map { sentenceLogProbability(model, $0) }.reduce(0, +) / predicted)
}
