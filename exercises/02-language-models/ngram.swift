// Language models of n-grams: counting, probabilities with add-k smoothing, perplexity.
//
// Tokens are strings. "<sos>" stands before a sentence and is never predicted, "<eos>" stands behind it and is. A
// dictionary is a good place to count in. Take out each `todo` as you replace it.
// Check with: gradus check ngram

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
  todo("<sos> ... <eos>")
}

/// All chunks of `n` consecutive tokens, in their order; none where there are fewer tokens.
func ngrams(_ tokens: [String], _ n: Int) -> [[String]] {
  todo("the chunks")
}

/// Every n-gram of the padded sentences with its count, each once, in any order.
func ngramCounts(_ sentences: [[String]], _ n: Int) -> [NGramCount] {
  todo("the counts")
}

/// How often an n-gram was counted; 0 if it is not among the counts.
func timesCounted(_ counts: [NGramCount], _ words: [String]) -> Int {
  todo("the count of one n-gram")
}

/// How often a context was counted: the sum over all n-grams that begin with it.
func contextCount(_ counts: [NGramCount], _ context: [String]) -> Int {
  todo("the count of one context")
}

/// The share of `word` in all that followed `context`, which has been counted at least once.
func conditionalProbability(_ counts: [NGramCount], _ context: [String], _ word: String) -> Double {
  todo("P(word | context)")
}

/// How many words can follow a context: all different words of the sentences, and "<eos>".
func possibleWords(_ sentences: [[String]]) -> Int {
  todo("V")
}

/// The probability with k > 0 added to every count: above 0 for every word, and 1 / V after a context never seen.
func smoothedProbability(_ model: NGramModel, _ context: [String], _ word: String) -> Double {
  todo("P(word | context) with k added")
}

/// The logarithm of the probability of a sentence, its end included.
func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  todo("log P(sentence)")
}

/// The perplexity of sentences: e to the power of minus the mean logarithm over all predicted tokens, each "<eos>" included.
func perplexity(_ model: NGramModel, _ sentences: [[String]]) -> Double {
  todo("the perplexity")
}
