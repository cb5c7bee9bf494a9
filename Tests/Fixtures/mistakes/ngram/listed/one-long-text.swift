// expected: sentences-run-together
// mistaken: ngramCounts

func paddedSentence(_ sentence: [String], _ n: Int) -> [String] {
  Array(repeating: "<sos>", count: n - 1) + sentence + ["<eos>"]
}

func ngrams(_ tokens: [String], _ n: Int) -> [[String]] {
  guard let first = tokens.first, tokens.count >= n else { return [] }
  let rest = Array(tokens[1...])
  return [[first] + rest[..<(n - 1)]] + ngrams(rest, n)
}

func ngramCounts(_ sentences: [[String]], _ n: Int) -> [NGramCount] {
  let all = ngrams(paddedSentence(sentences.flatMap { $0 }, n), n)
  let groups = Dictionary(grouping: all) { $0 }
  return groups.map { NGramCount(words: $0.key, count: $0.value.count) }
}

func timesCounted(_ counts: [NGramCount], _ words: [String]) -> Int {
  counts.first { $0.words == words }?.count ?? 0
}

func contextCount(_ counts: [NGramCount], _ context: [String]) -> Int {
  counts.filter { Array($0.words[..<context.count]) == context }.map(\.count).reduce(0, +)
}

func conditionalProbability(_ counts: [NGramCount], _ context: [String], _ word: String) -> Double {
  var together = 0
  var alone = 0
  for ngram in counts where Array(ngram.words.dropLast()) == context {
    alone += ngram.count
    if ngram.words.last == word { together += ngram.count }
  }
  return Double(together) / Double(alone)
}

func possibleWords(_ sentences: [[String]]) -> Int {
  Set(sentences.flatMap { $0 + ["<eos>"] }).count
}

func smoothedProbability(_ model: NGramModel, _ context: [String], _ word: String) -> Double {
  var together = model.k
  var alone = model.k * Double(model.V)
  for ngram in model.counts where Array(ngram.words.dropLast()) == context {
    alone += Double(ngram.count)
    if ngram.words.last == word { together += Double(ngram.count) }
  }
  return together / alone
}

func perplexity(_ model: NGramModel, _ sentences: [[String]]) -> Double {
  let logs = sentences.map { sentenceLogProbability(model, $0) }
  let predicted = sentences.map { $0.count + 1 }.reduce(0, +)
  let mean = logs.reduce(0, +) / Double(predicted)
  return 1 / exp(mean)
}
