// The logarithms of numerators and denominators apart, and recursion over the words.

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
  var tokens = sentence
  tokens.insert(contentsOf: repeatElement("<sos>", count: n - 1), at: 0)
  tokens.insert("<eos>", at: tokens.endIndex)
  return tokens
}

func ngrams(_ tokens: [String], _ n: Int) -> [[String]] {
  var window: [String] = []
  var chunks: [[String]] = []
  for token in tokens {
    window.append(token)
    if window.count > n { window.removeFirst() }
    if window.count == n { chunks.append(window) }
  }
  return chunks
}

func ngramCounts(_ sentences: [[String]], _ n: Int) -> [NGramCount] {
  let sorted = sentences.flatMap { ngrams(paddedSentence($0, n), n) }.sorted { $0.lexicographicallyPrecedes($1) }
  var counts: [NGramCount] = []
  for chunk in sorted {
    if let last = counts.last, last.words == chunk {
      counts[counts.count - 1].count += 1
    } else {
      counts.append(NGramCount(words: chunk, count: 1))
    }
  }
  return counts
}

func timesCounted(_ counts: [NGramCount], _ words: [String]) -> Int {
  guard let index = counts.firstIndex(where: { $0.words == words }) else { return 0 }
  return counts[index].count
}

func contextCount(_ counts: [NGramCount], _ context: [String]) -> Int {
  var sum = 0
  for entry in counts {
    var isContext = true
    for (word, other) in zip(entry.words, context) where word != other { isContext = false }
    if isContext { sum += entry.count }
  }
  return sum
}

func conditionalProbability(_ counts: [NGramCount], _ context: [String], _ word: String) -> Double {
  let together = timesCounted(counts, context + [word])
  return together == 0 ? 0 : exp(log(Double(together)) - log(Double(contextCount(counts, context))))
}

func possibleWords(_ sentences: [[String]]) -> Int { Set(sentences.flatMap(\.self)).union(["<eos>"]).count }

func smoothedProbability(_ model: NGramModel, _ context: [String], _ word: String) -> Double {
  exp(logProbability(model, context, word))
}

private func logProbability(_ model: NGramModel, _ context: [String], _ word: String) -> Double {
  let above = Double(timesCounted(model.counts, context + [word])) + model.k
  let below = Double(contextCount(model.counts, context)) + Double(model.V) * model.k
  return log(above) - log(below)
}

func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  let tokens = paddedSentence(sentence, model.n)
  func rest(from position: Int) -> Double {
    if position == tokens.count { return 0 }
    let context = tokens[(position - model.n + 1)..<position]
    return logProbability(model, Array(context), tokens[position]) + rest(from: position + 1)
  }
  return rest(from: model.n - 1)
}

func perplexity(_ model: NGramModel, _ sentences: [[String]]) -> Double {
  var sum = 0.0
  var predicted = 0.0
  for sentence in sentences.reversed() {
    sum += sentenceLogProbability(model, sentence)
    predicted += Double(sentence.count) + 1
  }
  return exp(-(sum / predicted))
}
