// The given structures are used little: own types that count while they read, and probabilities that multiply word by word.

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

private struct Counter {
  var table: [[String]: Int] = [:]

  mutating func read(_ tokens: [String], _ n: Int) {
    guard tokens.count >= n else { return }
    for end in n...tokens.count { table[Array(tokens[(end - n)..<end]), default: 0] += 1 }
  }
}

func paddedSentence(_ sentence: [String], _ n: Int) -> [String] {
  [Array(repeating: "<sos>", count: n - 1), sentence, ["<eos>"]].flatMap(\.self)
}

func ngrams(_ tokens: [String], _ n: Int) -> [[String]] {
  guard tokens.count >= n else { return [] }
  return (n...tokens.count).map { Array(tokens[($0 - n)..<$0]) }
}

func ngramCounts(_ sentences: [[String]], _ n: Int) -> [NGramCount] {
  var counter = Counter()
  for sentence in sentences { counter.read(paddedSentence(sentence, n), n) }
  var counts: [NGramCount] = []
  for (words, count) in counter.table { counts.insert(NGramCount(words: words, count: count), at: 0) }
  return counts
}

func timesCounted(_ counts: [NGramCount], _ words: [String]) -> Int {
  Dictionary(uniqueKeysWithValues: counts.map { ($0.words, $0.count) })[words, default: 0]
}

func contextCount(_ counts: [NGramCount], _ context: [String]) -> Int {
  let contexts = counts.map { (Array($0.words[..<($0.words.count - 1)]), $0.count) }
  return Dictionary(contexts, uniquingKeysWith: +)[context] ?? 0
}

func conditionalProbability(_ counts: [NGramCount], _ context: [String], _ word: String) -> Double {
  Double(timesCounted(counts, context + [word])) / Double(contextCount(counts, context))
}

func possibleWords(_ sentences: [[String]]) -> Int { ngramCounts(sentences, 1).count }

func smoothedProbability(_ model: NGramModel, _ context: [String], _ word: String) -> Double {
  let together = Double(timesCounted(model.counts, context + [word])) / model.k + 1
  let all = Double(contextCount(model.counts, context)) / model.k + Double(model.V)
  return together / all
}

func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  let tokens = paddedSentence(sentence, model.n)
  var result = 0.0
  for chunk in ngrams(tokens, model.n) {
    result -= log(1 / smoothedProbability(model, Array(chunk.prefix(model.n - 1)), chunk[chunk.count - 1]))
  }
  return result
}

func perplexity(_ model: NGramModel, _ sentences: [[String]]) -> Double {
  // The perplexity is a product of roots.
  let predicted = Double(sentences.map { $0.count + 1 }.reduce(0, +))
  return sentences.map { exp(-sentenceLogProbability(model, $0) / predicted) }.reduce(1, *)
}
