// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct LookupGradient {
  var word: Int
  var gradient: Vector
}

struct PretrainedWord {
  var word: String
  var vector: Vector
}

func embeddedWord(_ E: Matrix, _ word: Int) -> Vector {
  E * Vector.oneHot(word, count: E.columns)
}

func embeddedText(_ E: Matrix, _ words: [Int]) -> [Vector] {
  return words.map { word in embeddedWord(E, word) }
}

func positionGradient(_ de: Vector, _ word: Int, _ V: Int) -> Matrix {
  outer(de, .oneHot(word, count: V))
}

func embeddingGradient(_ words: [Int], _ de: [Vector], _ E: Matrix) -> Matrix {
  let parts = zip(words, de).map { word, share in positionGradient(share, word, E.columns) }
  return parts.reduce(Matrix.zeros(E.rows, E.columns), +)
}

func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  var sums: [Int: Vector] = [:]
  for t in 0..<words.count {
    if let sum = sums[words[t]] {
      sums[words[t]] = sum + de[t]
    } else {
      sums[words[t]] = de[t]
    }
  }
  var list: [LookupGradient] = []
  for word in sums.keys.sorted() {
    if let sum = sums[word] { list.append(LookupGradient(word: word, gradient: sum)) }
  }
  return list
}

func embeddingStep(_ E: Matrix, _ touched: [LookupGradient], _ rate: Double, _ frozen: [Int]) -> Matrix {
  let free = touched.filter { entry in frozen.allSatisfy { $0 != entry.word } }
  return free.reduce(E) { table, entry in
    table - rate * positionGradient(entry.gradient, entry.word, E.columns)
  }
}

func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  let known = Dictionary(uniqueKeysWithValues: pretrained.map { ($0.word, $0.vector) })
  var table = random
  for (column, word) in vocabulary.enumerated() {
    table[column: column] = known[word] ?? random[column: column]
  }
  return table
}
