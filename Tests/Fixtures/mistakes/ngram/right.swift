// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct NGramCount {
  var words: [String]
  var count: Int
}

struct NGramModel {
  var n: Int
  var counts: [NGramCount]
  var k: Double
  var V: Int
}

func paddedSentence(_ sentence: [String], _ n: Int) -> [String] {
  var tokens = sentence
  tokens.append("<eos>")
  for _ in 1..<max(n, 1) { tokens.insert("<sos>", at: 0) }
  return tokens
}

func ngrams(_ tokens: [String], _ n: Int) -> [[String]] {
  var chunks: [[String]] = []
  var start = 0
  while start + n <= tokens.count {
    chunks.append(Array(tokens[start..<start + n]))
    start += 1
  }
  return chunks
}

func ngramCounts(_ sentences: [[String]], _ n: Int) -> [NGramCount] {
  var table: [[String]: Int] = [:]
  for sentence in sentences {
    for chunk in ngrams(paddedSentence(sentence, n), n) { table[chunk, default: 0] += 1 }
  }
  var counts: [NGramCount] = []
  for (words, count) in table { counts.append(NGramCount(words: words, count: count)) }
  return counts
}

func timesCounted(_ counts: [NGramCount], _ words: [String]) -> Int {
  for entry in counts where entry.words == words { return entry.count }
  return 0
}

func contextCount(_ counts: [NGramCount], _ context: [String]) -> Int {
  var total = 0
  for entry in counts where entry.words.starts(with: context) { total += entry.count }
  return total
}

func conditionalProbability(_ counts: [NGramCount], _ context: [String], _ word: String) -> Double {
  let part = timesCounted(counts, context + [word])
  let whole = contextCount(counts, context)
  return Double(part) / Double(whole)
}

func possibleWords(_ sentences: [[String]]) -> Int {
  var seen: Set<String> = ["<eos>"]
  for sentence in sentences {
    for word in sentence { seen.insert(word) }
  }
  return seen.count
}

func smoothedProbability(_ model: NGramModel, _ context: [String], _ word: String) -> Double {
  let above = Double(timesCounted(model.counts, context + [word])) + model.k
  var below = Double(contextCount(model.counts, context))
  for _ in 0..<model.V { below += model.k }
  return above / below
}

func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  ngrams(paddedSentence(sentence, model.n), model.n)
    .map { log(smoothedProbability(model, Array($0.dropLast()), $0[$0.count - 1])) }
    .reduce(0, +)
}

func perplexity(_ model: NGramModel, _ sentences: [[String]]) -> Double {
  var total = 0.0
  var M = 0
  for sentence in sentences {
    total += sentenceLogProbability(model, sentence)
    M += sentence.count
    M += 1
  }
  return exp(-total / Double(M))
}
