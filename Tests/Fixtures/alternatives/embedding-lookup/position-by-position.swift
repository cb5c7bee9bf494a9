// The gradient as the sum of what each position adds, last position first; the short list is read off the whole gradient.

import LinearAlgebra

struct LookupGradient {
  var word: Int
  var gradient: Vector
}

struct PretrainedWord {
  var word: String
  var vector: Vector
}

func embeddedWord(_ E: Matrix, _ word: Int) -> Vector { E.transposed[row: word] }

func embeddedText(_ E: Matrix, _ words: [Int]) -> [Vector] {
  guard let last = words.last else { return [] }
  return embeddedText(E, Array(words.dropLast())) + [embeddedWord(E, last)]
}

func positionGradient(_ de: Vector, _ word: Int, _ V: Int) -> Matrix {
  outer(Vector.oneHot(word, count: V), de).transposed
}

func embeddingGradient(_ words: [Int], _ de: [Vector], _ E: Matrix) -> Matrix {
  var dE = positionGradient(de[words.count - 1], words[words.count - 1], E.columns)
  for t in words.indices.dropLast().reversed() {
    dE = positionGradient(de[t], words[t], E.columns) + dE
  }
  return dE
}

func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  let V = words.reduce(0, max) + 1
  let dE = embeddingGradient(words, de, Matrix.zeros(de[0].count, V))
  return (0..<V).reversed().filter(words.contains).map { LookupGradient(word: $0, gradient: dE[column: $0]) }
}

func embeddingStep(_ E: Matrix, _ touched: [LookupGradient], _ rate: Double, _ frozen: [Int]) -> Matrix {
  var updated = E
  for share in touched { updated[column: share.word] = E[column: share.word] - share.gradient * rate }
  for word in frozen { updated[column: word] = E[column: word] }
  return updated
}

func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  var E = Matrix.zeros(random.rows, random.columns)
  for word in vocabulary.indices {
    E[column: word] = random[column: word]
    for known in pretrained where known.word == vocabulary[word] { E[column: word] = known.vector }
  }
  return E
}
