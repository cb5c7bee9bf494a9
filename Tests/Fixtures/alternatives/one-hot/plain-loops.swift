// Character by character and word by word, without a dictionary.

import LinearAlgebra

// Given: the special tokens, which head every vocabulary, and their indices.

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
    } else if !word.isEmpty {
      words.append(word)
      word = ""
    }
  }
  if !word.isEmpty { words.append(word) }
  return words
}

func frequentVocabulary(_ sentences: [[String]], _ V: Int) -> [String] {
  var words: [String] = []
  var counts: [Int] = []
  for sentence in sentences {
    for word in sentence {
      if let known = words.firstIndex(of: word) {
        counts[known] += 1
      } else {
        words.append(word)
        counts.append(1)
      }
    }
  }
  var vocabulary = specialTokens
  while vocabulary.count < V && !words.isEmpty {
    var best = 0
    for i in 1..<max(words.count, 2) where i < words.count {
      if counts[i] > counts[best] || (counts[i] == counts[best] && words[i] < words[best]) { best = i }
    }
    vocabulary.append(words.remove(at: best))
    counts.remove(at: best)
  }
  return vocabulary
}

func wordIndex(_ vocabulary: [String], _ word: String) -> Int {
  for i in 0..<vocabulary.count where vocabulary[i] == word { return i }
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
  var X = Matrix.zeros(indices.count, V)
  for t in 0..<indices.count { X[t, indices[t]] = 1 }
  return X
}
