// Lists searched from front to back, no dictionary, indices everywhere.

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
  var tokens: [String] = []
  for _ in 1..<n { tokens.append("<sos>") }
  for word in sentence { tokens.append(word) }
  tokens.append("<eos>")
  return tokens
}

func ngrams(_ tokens: [String], _ n: Int) -> [[String]] {
  var chunks: [[String]] = []
  for start in 0..<tokens.count where start + n - 1 < tokens.count {
    var chunk: [String] = []
    for offset in 0..<n { chunk.append(tokens[start + offset]) }
    chunks.append(chunk)
  }
  return chunks
}

func ngramCounts(_ sentences: [[String]], _ n: Int) -> [NGramCount] {
  var counts: [NGramCount] = []
  for sentence in sentences {
    for chunk in ngrams(paddedSentence(sentence, n), n) {
      var isKnown = false
      for i in 0..<counts.count where counts[i].words == chunk {
        counts[i].count += 1
        isKnown = true
        break
      }
      if !isKnown { counts.append(NGramCount(words: chunk, count: 1)) }
    }
  }
  return counts
}

func timesCounted(_ counts: [NGramCount], _ words: [String]) -> Int {
  for entry in counts where entry.words == words { return entry.count }
  return 0
}

func contextCount(_ counts: [NGramCount], _ context: [String]) -> Int {
  var sum = 0
  for entry in counts where Array(entry.words.prefix(context.count)) == context { sum += entry.count }
  return sum
}

func conditionalProbability(_ counts: [NGramCount], _ context: [String], _ word: String) -> Double {
  1 / Double(contextCount(counts, context)) * Double(timesCounted(counts, context + [word]))
}

func possibleWords(_ sentences: [[String]]) -> Int {
  var words = ["<eos>"]
  for sentence in sentences {
    for word in sentence where !words.contains(word) { words.append(word) }
  }
  return words.count
}

func smoothedProbability(_ model: NGramModel, _ context: [String], _ word: String) -> Double {
  let (k, V) = (model.k, Double(model.V))
  return (k + Double(timesCounted(model.counts, context + [word])))
    / (V * k + Double(contextCount(model.counts, context)))
}

func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  let tokens = paddedSentence(sentence, model.n)
  var sum = 0.0
  for last in stride(from: tokens.count - 1, through: model.n - 1, by: -1) {
    let context = Array(tokens[(last - model.n + 1)..<last])
    sum += log(smoothedProbability(model, context, tokens[last]))
  }
  return sum
}

func perplexity(_ model: NGramModel, _ sentences: [[String]]) -> Double {
  var mean = 0.0
  let predicted = sentences.reduce(0) { $0 + $1.count } + sentences.count
  for sentence in sentences { mean -= sentenceLogProbability(model, sentence) / Double(predicted) }
  return exp(mean)
}
