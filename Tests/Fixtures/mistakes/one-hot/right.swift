// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

let specialTokens = ["<pad>", "<unk>", "<sos>", "<eos>"]

let padIndex = 0

let unkIndex = 1

let sosIndex = 2

let eosIndex = 3

func wordTokens(_ text: String) -> [String] {
  var words: [String] = []
  var word = ""
  for character in text {
    if character.isLetter {
      word += character.lowercased()
    } else {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
  }
  if !word.isEmpty { words.append(word) }
  return words
}

func frequentVocabulary(_ sentences: [[String]], _ V: Int) -> [String] {
  var counts: [String: Int] = [:]
  for sentence in sentences {
    for word in sentence { counts[word, default: 0] += 1 }
  }
  var vocabulary = specialTokens
  while vocabulary.count < V {
    var best: String? = nil
    for (word, count) in counts {
      guard let leader = best, let record = counts[leader] else {
        best = word
        continue
      }
      if count > record || (count == record && word < leader) { best = word }
    }
    guard let winner = best else { break }
    vocabulary.append(winner)
    counts[winner] = nil
  }
  return vocabulary
}

func wordIndex(_ vocabulary: [String], _ word: String) -> Int {
  for i in 0..<vocabulary.count {
    if vocabulary[i] == word { return i }
  }
  return unkIndex
}

func encodedSentence(_ vocabulary: [String], _ sentence: [String]) -> [Int] {
  var indices = [sosIndex]
  for word in sentence { indices.append(wordIndex(vocabulary, word)) }
  indices.append(eosIndex)
  return indices
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
  for sentence in sentences where sentence.count > longest { longest = sentence.count }
  var batch = sentences
  for i in 0..<batch.count {
    while batch[i].count < longest { batch[i].append(padIndex) }
  }
  return batch
}

func oneHotVector(_ index: Int, _ V: Int) -> Vector {
  var x = Vector.zeros(V)
  x[index] = 1
  return x
}

func oneHotRows(_ indices: [Int], _ V: Int) -> Matrix {
  var X = Matrix.zeros(indices.count, V)
  for t in 0..<indices.count {
    X[t, indices[t]] = 1
  }
  return X
}
