// Words as symbols: from a text to tokens, to a vocabulary, to indices, to one-hot vectors, and back.
//
// V is the size of the vocabulary, its four special tokens included. Indices count from 0. Take out each `todo` as you
// replace it. Check with: gradus check one-hot

import LinearAlgebra

// Given: the special tokens, which head every vocabulary, and their indices.

let specialTokens = ["<pad>", "<unk>", "<sos>", "<eos>"]
let padIndex = 0
let unkIndex = 1
let sosIndex = 2
let eosIndex = 3

/// The words of a text in lowercase, in their order: runs of letters, between which all else only separates.
func wordTokens(_ text: String) -> [String] {
  todo("the words of the text")
}

/// The vocabulary of `V` tokens: the special ones, then the most frequent words; of equally frequent ones those that come
/// first in the alphabet.
///
/// It is shorter where the sentences have fewer words.
func frequentVocabulary(_ sentences: [[String]], _ V: Int) -> [String] {
  todo("the vocabulary")
}

/// The index of a word in the vocabulary, and that of "<unk>" for every other word.
func wordIndex(_ vocabulary: [String], _ word: String) -> Int {
  todo("the index of one word")
}

/// The indices of a sentence's words, with that of "<sos>" before and that of "<eos>" behind them.
func encodedSentence(_ vocabulary: [String], _ sentence: [String]) -> [Int] {
  todo("<sos> ... <eos> as indices")
}

/// The words of the indices, without "<sos>", "<eos>" and "<pad>"; an unknown word stays "<unk>".
func decodedSentence(_ vocabulary: [String], _ indices: [Int]) -> [String] {
  todo("the words of the indices")
}

/// The sentences with "<pad>" behind the shorter ones, so that all are as long as the longest.
func paddedBatch(_ sentences: [[Int]]) -> [[Int]] {
  todo("all as long as the longest")
}

/// The one-hot vector of an index: V entries, 1 at the index and 0 elsewhere.
func oneHotVector(_ index: Int, _ V: Int) -> Vector {
  todo("x")
}

/// A sentence of T indices as a T x V matrix: row t is the one-hot vector of the word at position t.
func oneHotRows(_ indices: [Int], _ V: Int) -> Matrix {
  todo("a row for each position")
}
