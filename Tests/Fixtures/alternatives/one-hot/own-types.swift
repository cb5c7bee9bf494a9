// A vocabulary type of its own behind the functions, with a dictionary from words to indices.

import LinearAlgebra

// Given: the special tokens, which head every vocabulary, and their indices.

let specialTokens = ["<pad>", "<unk>", "<sos>", "<eos>"]
let padIndex = 0
let unkIndex = 1
let sosIndex = 2
let eosIndex = 3

/// A word that stands before another if it is more frequent.
private struct Rank: Comparable {
  var count: Int
  var word: String

  static func < (a: Rank, b: Rank) -> Bool { a.count > b.count || (a.count == b.count && a.word < b.word) }
}

private struct Lookup {
  private var places: [String: Int] = [:]

  init(_ vocabulary: [String]) {
    for (place, word) in vocabulary.enumerated() { places[word] = place }
  }

  func index(_ word: String) -> Int { places[word] ?? 1 }
}

extension Matrix {
  fileprivate func rows(_ indices: [Int]) -> Matrix { Matrix(indices.map { self[row: $0].elements }) }
}

func wordTokens(_ text: String) -> [String] {
  var words: [String] = []
  var word = ""
  for character in text {
    if character.isLetter {
      word += character.lowercased()
    } else if !word.isEmpty {
      words.append(word)
      word = ""
    }
  }
  if !word.isEmpty { words.append(word) }
  return words
}

func frequentVocabulary(_ sentences: [[String]], _ V: Int) -> [String] {
  var ranks: [Rank] = []
  var places: [String: Int] = [:]
  for word in sentences.joined() {
    if let place = places[word] {
      ranks[place].count += 1
    } else {
      places[word] = ranks.count
      ranks.append(Rank(count: 1, word: word))
    }
  }
  return specialTokens + ranks.sorted().map(\.word).prefix(V - 4)
}

func wordIndex(_ vocabulary: [String], _ word: String) -> Int {
  Lookup(vocabulary).index(word)
}

func encodedSentence(_ vocabulary: [String], _ sentence: [String]) -> [Int] {
  let lookup = Lookup(vocabulary)
  return [2] + sentence.map(lookup.index) + [3]
}

func decodedSentence(_ vocabulary: [String], _ indices: [Int]) -> [String] {
  var words: [String] = []
  for index in indices {
    if index == padIndex || index == sosIndex || index == eosIndex { continue }
    words.append(vocabulary[index])
  }
  return words
}

func paddedBatch(_ sentences: [[Int]]) -> [[Int]] {
  var longest = 0
  for sentence in sentences { longest = max(longest, sentence.count) }
  var batch = sentences
  for i in 0..<batch.count {
    while batch[i].count < longest { batch[i].append(padIndex) }
  }
  return batch
}

func oneHotVector(_ index: Int, _ V: Int) -> Vector {
  var entries: [Double] = []
  for i in 0..<V { entries.append(i == index ? 1 : 0) }
  return Vector(entries)
}

func oneHotRows(_ indices: [Int], _ V: Int) -> Matrix {
  Matrix.identity(V).rows(indices)
}
