// Contexts in a dictionary of dictionaries, keys joined to one text.

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

private struct Table {
  var following: [String: [String: Int]] = [:]

  init(_ counts: [NGramCount]) {
    for entry in counts {
      following[key(Array(entry.words.dropLast())), default: [:]][entry.words[entry.words.count - 1]] = entry.count
    }
  }

  func count(_ context: [String], _ word: String) -> Int { following[key(context)]?[word] ?? 0 }

  func count(_ context: [String]) -> Int { following[key(context)]?.values.reduce(0, +) ?? 0 }
}

private func key(_ words: [String]) -> String { words.joined(separator: " ") }

func paddedSentence(_ sentence: [String], _ n: Int) -> [String] {
  n == 1 ? sentence + ["<eos>"] : ["<sos>"] + paddedSentence(sentence, n - 1)
}

func ngrams(_ tokens: [String], _ n: Int) -> [[String]] {
  if tokens.count < n { return [] }
  return [Array(tokens.prefix(n))] + ngrams(Array(tokens.dropFirst()), n)
}

func ngramCounts(_ sentences: [[String]], _ n: Int) -> [NGramCount] {
  var table: [String: NGramCount] = [:]
  for sentence in sentences {
    for chunk in ngrams(paddedSentence(sentence, n), n) {
      table[key(chunk), default: NGramCount(words: chunk, count: 0)].count += 1
    }
  }
  return table.values.sorted { key($0.words) > key($1.words) }
}

func timesCounted(_ counts: [NGramCount], _ words: [String]) -> Int {
  Table(counts).count(Array(words.dropLast()), words[words.count - 1])
}

func contextCount(_ counts: [NGramCount], _ context: [String]) -> Int { Table(counts).count(context) }

func conditionalProbability(_ counts: [NGramCount], _ context: [String], _ word: String) -> Double {
  let table = Table(counts)
  return Double(table.count(context, word)) / Double(table.count(context))
}

func possibleWords(_ sentences: [[String]]) -> Int {
  var words: Set<String> = ["<eos>"]
  for sentence in sentences { words.formUnion(sentence) }
  return words.count
}

private func probability(_ table: Table, _ model: NGramModel, _ context: [String], _ word: String) -> Double {
  (Double(table.count(context, word)) + model.k) / (Double(table.count(context)) + model.k * Double(model.V))
}

func smoothedProbability(_ model: NGramModel, _ context: [String], _ word: String) -> Double {
  probability(Table(model.counts), model, context, word)
}

func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  let table = Table(model.counts)
  var context = [String](repeating: "<sos>", count: model.n - 1)
  var sum = 0.0
  for word in sentence + ["<eos>"] {
    sum += log(probability(table, model, context, word))
    context = Array((context + [word]).suffix(model.n - 1))
  }
  return sum
}

func perplexity(_ model: NGramModel, _ sentences: [[String]]) -> Double {
  var logarithms: [Double] = []
  for sentence in sentences {
    logarithms.append(sentenceLogProbability(model, sentence))
  }
  let predicted = sentences.joined().count + sentences.count
  return pow(exp(logarithms.reduce(0, +) / Double(predicted)), -1)
}
