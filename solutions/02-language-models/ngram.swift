// Language models of n-grams: counting, probabilities with add-k smoothing, perplexity.
//
// The lecture's symbols: an n-gram is a chunk of n words, its context the n - 1 words before the last; w_1, ..., w_T are
// the words of a sentence. V is the number of words that can follow a context, the end of the sentence among them.

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

/// The sentence with n - 1 times "<sos>" before it and one "<eos>" behind it.
func paddedSentence(_ sentence: [String], _ n: Int) -> [String] {
  let start = [String](repeating: "<sos>", count: n - 1)
  return start + sentence + ["<eos>"]
}

/// All chunks of `n` consecutive tokens, in their order; none where there are fewer tokens.
func ngrams(_ tokens: [String], _ n: Int) -> [[String]] {
  var chunks: [[String]] = []
  var start = 0
  while start + n <= tokens.count {
    chunks.append(Array(tokens[start..<start + n]))
    start += 1
  }
  return chunks
}

/// Every n-gram of the padded sentences with its count, each once, in any order.
func ngramCounts(_ sentences: [[String]], _ n: Int) -> [NGramCount] {
  var table: [[String]: Int] = [:]
  for sentence in sentences {
    for chunk in ngrams(paddedSentence(sentence, n), n) {
      table[chunk, default: 0] += 1
    }
  }
  return table.map { NGramCount(words: $0.key, count: $0.value) }
}

/// How often an n-gram was counted; 0 if it is not among the counts.
func timesCounted(_ counts: [NGramCount], _ words: [String]) -> Int {
  counts.first { $0.words == words }?.count ?? 0
}

/// How often a context was counted: the sum over all n-grams that begin with it.
func contextCount(_ counts: [NGramCount], _ context: [String]) -> Int {
  var sum = 0
  for ngram in counts where ngram.words.dropLast() == context[...] {
    sum += ngram.count
  }
  return sum
}

/// The share of `word` in all that followed `context`, which has been counted at least once.
func conditionalProbability(_ counts: [NGramCount], _ context: [String], _ word: String) -> Double {
  let together = timesCounted(counts, context + [word])
  return Double(together) / Double(contextCount(counts, context))
}

/// How many words can follow a context: all different words of the sentences, and "<eos>".
func possibleWords(_ sentences: [[String]]) -> Int {
  let words = Set(sentences.joined())
  return words.count + 1
}

/// The probability with k > 0 added to every count: above 0 for every word, and 1 / V after a context never seen.
func smoothedProbability(_ model: NGramModel, _ context: [String], _ word: String) -> Double {
  let together = Double(timesCounted(model.counts, context + [word])) + model.k
  let all = Double(contextCount(model.counts, context)) + model.k * Double(model.V)
  return together / all
}

/// The logarithm of the probability of a sentence, its end included.
func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  var sum = 0.0
  for chunk in ngrams(paddedSentence(sentence, model.n), model.n) {
    let context = Array(chunk.dropLast())
    sum += log(smoothedProbability(model, context, chunk[model.n - 1]))
  }
  return sum
}

/// The perplexity of sentences: e to the power of minus the mean logarithm over all predicted tokens, each "<eos>" included.
func perplexity(_ model: NGramModel, _ sentences: [[String]]) -> Double {
  var sum = 0.0
  var predicted = 0
  for sentence in sentences {
    sum += sentenceLogProbability(model, sentence)
    predicted += sentence.count + 1
  }
  return exp(-sum / Double(predicted))
}
