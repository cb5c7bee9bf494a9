// Entry by entry, with nothing but indices.

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
  var e = Vector.zeros(E.rows)
  for d in 0..<E.rows { e[d] = E[d, word] }
  return e
}

func embeddedText(_ E: Matrix, _ words: [Int]) -> [Vector] {
  var text: [Vector] = []
  for t in 0..<words.count { text.append(embeddedWord(E, words[t])) }
  return text
}

func positionGradient(_ de: Vector, _ word: Int, _ V: Int) -> Matrix {
  var dE = Matrix.zeros(de.count, V)
  for d in 0..<de.count { dE[d, word] = de[d] }
  return dE
}

func embeddingGradient(_ words: [Int], _ de: [Vector], _ E: Matrix) -> Matrix {
  var dE = Matrix.zeros(E.rows, E.columns)
  for d in 0..<E.rows {
    for t in (0..<words.count).reversed() { dE[d, words[t]] += de[t][d] }
  }
  return dE
}

func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  var touched: [LookupGradient] = []
  for t in 0..<words.count {
    var isFirst = true
    for s in 0..<t where words[s] == words[t] { isFirst = false }
    if !isFirst { continue }
    var sum = Vector.zeros(de[t].count)
    for s in t..<words.count where words[s] == words[t] {
      for d in 0..<sum.count { sum[d] += de[s][d] }
    }
    touched.append(LookupGradient(word: words[t], gradient: sum))
  }
  return touched
}

func embeddingStep(_ E: Matrix, _ touched: [LookupGradient], _ rate: Double, _ frozen: [Int]) -> Matrix {
  var updated = E
  for share in touched {
    if frozen.contains(share.word) { continue }
    for d in 0..<E.rows { updated[d, share.word] = E[d, share.word] - share.gradient[d] * rate }
  }
  return updated
}

func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  var E = random
  for column in 0..<vocabulary.count {
    for known in pretrained where known.word == vocabulary[column] {
      for d in 0..<E.rows { E[d, column] = known.vector[d] }
    }
  }
  return E
}
