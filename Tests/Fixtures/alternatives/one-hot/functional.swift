// Functional; the toolbox's one-hot vector; a stable sort in place of a rule for equals.

import LinearAlgebra

// Given: the special tokens, which head every vocabulary, and their indices.

let specialTokens = ["<pad>", "<unk>", "<sos>", "<eos>"]
let padIndex = 0
let unkIndex = 1
let sosIndex = 2
let eosIndex = 3

func wordTokens(_ text: String) -> [String] {
  text.split { !$0.isLetter }.map { $0.lowercased() }
}

func frequentVocabulary(_ sentences: [[String]], _ V: Int) -> [String] {
  let groups = Dictionary(grouping: sentences.joined()) { $0 }
  let alphabetical = groups.sorted { $0.key < $1.key }
  // Sorting keeps the order of equals.
  let ranked = alphabetical.sorted { $0.value.count > $1.value.count }.map(\.key)
  return Array((specialTokens + ranked).prefix(V))
}

func wordIndex(_ vocabulary: [String], _ word: String) -> Int {
  vocabulary.contains(word) ? vocabulary.prefix { $0 != word }.count : unkIndex
}

func encodedSentence(_ vocabulary: [String], _ sentence: [String]) -> [Int] {
  ([vocabulary[sosIndex]] + sentence + [vocabulary[eosIndex]]).map { wordIndex(vocabulary, $0) }
}

func decodedSentence(_ vocabulary: [String], _ indices: [Int]) -> [String] {
  indices.compactMap { index in
    let word = vocabulary[index]
    return specialTokens.contains(word) && word != "<unk>" ? nil : word
  }
}

func paddedBatch(_ sentences: [[Int]]) -> [[Int]] {
  let longest = sentences.map(\.count).reduce(0, max)
  return sentences.map { s in (0..<longest).map { $0 < s.count ? s[$0] : padIndex } }
}

func oneHotVector(_ index: Int, _ V: Int) -> Vector {
  Vector.oneHot(index, count: V)
}

func oneHotRows(_ indices: [Int], _ V: Int) -> Matrix {
  Matrix(indices.map { Vector.oneHot($0, count: V).elements })
}
