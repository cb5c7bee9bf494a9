// A table of its own, a dictionary from words to vectors, in place of a matrix.

import LinearAlgebra

struct LookupGradient {
  var word: Int
  var gradient: Vector
}

struct PretrainedWord {
  var word: String
  var vector: Vector
}

private struct Table {
  var vectors: [Int: [Double]] = [:]

  mutating func add(_ vector: Vector, to word: Int, times factor: Double = 1) {
    let old = vectors[word] ?? [Double](repeating: 0, count: vector.count)
    vectors[word] = zip(old, vector).map { $0 + factor * $1 }
  }

  init() {}

  init(_ E: Matrix) {
    for word in 0..<E.columns { vectors[word] = E[column: word].elements }
  }

  func matrix(_ D: Int, _ V: Int) -> Matrix {
    Matrix((0..<D).map { d in (0..<V).map { vectors[$0]?[d] ?? 0 } })
  }
}

func embeddedWord(_ E: Matrix, _ word: Int) -> Vector { Vector(Table(E).vectors[word] ?? []) }

func embeddedText(_ E: Matrix, _ words: [Int]) -> [Vector] {
  let table = Table(E)
  return words.map { Vector(table.vectors[$0] ?? []) }
}

func positionGradient(_ de: Vector, _ word: Int, _ V: Int) -> Matrix {
  var table = Table()
  table.add(de, to: word)
  return table.matrix(de.count, V)
}

func embeddingGradient(_ words: [Int], _ de: [Vector], _ E: Matrix) -> Matrix {
  var table = Table()
  for (word, gradient) in zip(words, de) { table.add(gradient, to: word) }
  return table.matrix(E.rows, E.columns)
}

func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  var table = Table()
  for (word, gradient) in zip(words, de) { table.add(gradient, to: word) }
  return table.vectors.map { LookupGradient(word: $0.key, gradient: Vector($0.value)) }
}

func embeddingStep(_ E: Matrix, _ touched: [LookupGradient], _ rate: Double, _ frozen: [Int]) -> Matrix {
  var table = Table(E)
  let still = Set(frozen)
  for share in touched {
    table.add(share.gradient, to: share.word, times: still.contains(share.word) ? 0 : -rate)
  }
  return table.matrix(E.rows, E.columns)
}

func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  var table = Table(random)
  for (index, word) in vocabulary.enumerated() {
    guard let known = pretrained.first(where: { $0.word == word }) else { continue }
    table.vectors[index] = known.vector.elements
  }
  return table.matrix(random.rows, random.columns)
}
