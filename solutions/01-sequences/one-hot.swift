// Words as symbols: from a text to tokens, to a vocabulary, to indices, to one-hot vectors, and back.
//
// V is the size of the vocabulary, its four special tokens included. Indices count from 0.

import LinearAlgebra

// Given: the special tokens, which head every vocabulary, and their indices.

let specialTokens = ["<pad>", "<unk>", "<sos>", "<eos>"]
let padIndex = 0
let unkIndex = 1
let sosIndex = 2
let eosIndex = 3

/// The words of a text in lowercase, in their order: runs of letters, between which all else only separates.
func wordTokens(_ text: String) -> [String] {
  let words = text.lowercased().split { !$0.isLetter }
  return words.map { String($0) }
}

/// The vocabulary of `V` tokens: the special ones, then the most frequent words; of equally frequent ones those that come
/// first in the alphabet.
///
/// It is shorter where the sentences have fewer words.
func frequentVocabulary(_ sentences: [[String]], _ V: Int) -> [String] {
  let occurrences = Dictionary(grouping: sentences.joined()) { $0 }
  let ranked = occurrences.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
  let words = ranked.map { $0.key }
  return specialTokens + words.prefix(V - specialTokens.count)
}

/// The index of a word in the vocabulary, and that of "<unk>" for every other word.
func wordIndex(_ vocabulary: [String], _ word: String) -> Int {
  vocabulary.firstIndex(of: word) ?? unkIndex
}

/// The indices of a sentence's words, with that of "<sos>" before and that of "<eos>" behind them.
func encodedSentence(_ vocabulary: [String], _ sentence: [String]) -> [Int] {
  let indices = sentence.map { wordIndex(vocabulary, $0) }
  return [sosIndex] + indices + [eosIndex]
}

/// The words of the indices, without "<sos>", "<eos>" and "<pad>"; an unknown word stays "<unk>".
func decodedSentence(_ vocabulary: [String], _ indices: [Int]) -> [String] {
  let marks = [padIndex, sosIndex, eosIndex]
  let kept = indices.filter { !marks.contains($0) }
  return kept.map { vocabulary[$0] }
}

/// The sentences with "<pad>" behind the shorter ones, so that all are as long as the longest.
func paddedBatch(_ sentences: [[Int]]) -> [[Int]] {
  let longest = sentences.reduce(0) { max($0, $1.count) }
  return sentences.map { sentence in
    sentence + [Int](repeating: padIndex, count: longest - sentence.count)
  }
}

/// The one-hot vector of an index: V entries, 1 at the index and 0 elsewhere.
func oneHotVector(_ index: Int, _ V: Int) -> Vector {
  var x = Vector.zeros(V)
  x[index] = 1
  return x
}

/// A sentence of T indices as a T x V matrix: row t is the one-hot vector of the word at position t.
func oneHotRows(_ indices: [Int], _ V: Int) -> Matrix {
  var X = Matrix.zeros(indices.count, V)
  for t in indices.indices {
    X[row: t] = oneHotVector(indices[t], V)
  }
  return X
}
