// With Foundation's ways of taking texts apart.

import Foundation
import LinearAlgebra

// Given: the special tokens, which head every vocabulary, and their indices.

let specialTokens = ["<pad>", "<unk>", "<sos>", "<eos>"]
let padIndex = 0
let unkIndex = 1
let sosIndex = 2
let eosIndex = 3

func wordTokens(_ text: String) -> [String] {
  text.lowercased().components(separatedBy: CharacterSet.letters.inverted).filter { !$0.isEmpty }
}

func frequentVocabulary(_ sentences: [[String]], _ V: Int) -> [String] {
  let counted = sentences.joined().reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
  let words = Set(sentences.flatMap { $0 }).sorted()
  let ranked = words.enumerated().sorted { a, b in
    let (m, n) = (counted[a.element] ?? 0, counted[b.element] ?? 0)
    return m == n ? a.offset < b.offset : m > n
  }
  return specialTokens + ranked.prefix(max(0, V - 4)).map { $0.element }
}

func wordIndex(_ vocabulary: [String], _ word: String) -> Int {
  let places = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, $0) })
  return places[word, default: unkIndex]
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
  let rows = indices.map { oneHotVector($0, V) }
  return Matrix(rows: indices.count, columns: V, elements: rows.flatMap { $0.elements })
}
