// One-hot vectors as columns, transposed at the end; indices through recursion.

import LinearAlgebra

// Given: the special tokens, which head every vocabulary, and their indices.

let specialTokens = ["<pad>", "<unk>", "<sos>", "<eos>"]
let padIndex = 0
let unkIndex = 1
let sosIndex = 2
let eosIndex = 3

func wordTokens(_ text: String) -> [String] {
  let letters = text.lowercased().map { $0.isLetter ? $0 : " " }
  return String(letters).split(separator: " ").map(String.init)
}

func frequentVocabulary(_ sentences: [[String]], _ V: Int) -> [String] {
  var counts: [String: Int] = [:]
  for sentence in sentences { for word in sentence { counts[word] = (counts[word] ?? 0) + 1 } }
  let words = counts.keys.sorted { a, b in
    let (m, n) = (counts[a] ?? 0, counts[b] ?? 0)
    return (-m, a) < (-n, b)
  }
  return specialTokens + words.dropLast(max(0, words.count + 4 - V))
}

func wordIndex(_ vocabulary: [String], _ word: String) -> Int {
  for i in 0..<vocabulary.count where vocabulary[i] == word { return i }
  return unkIndex
}

func encodedSentence(_ vocabulary: [String], _ sentence: [String]) -> [Int] {
  func rest(_ words: ArraySlice<String>) -> [Int] {
    guard let first = words.first else { return [eosIndex] }
    return [wordIndex(vocabulary, first)] + rest(words.dropFirst())
  }
  return [sosIndex] + rest(sentence[...])
}

func decodedSentence(_ vocabulary: [String], _ indices: [Int]) -> [String] {
  let words = indices.map { vocabulary[$0] }
  return words.filter { !["<pad>", "<sos>", "<eos>"].contains($0) }
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
  let before = [Double](repeating: 0, count: index)
  return Vector(before + [1] + [Double](repeating: 0, count: V - index - 1))
}

func oneHotRows(_ indices: [Int], _ V: Int) -> Matrix {
  var X = Matrix.zeros(V, indices.count)
  for (t, index) in indices.enumerated() { X[column: t] = oneHotVector(index, V) }
  return X.transposed
}
