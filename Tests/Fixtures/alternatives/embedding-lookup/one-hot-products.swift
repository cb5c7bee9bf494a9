// Everything by products with one-hot vectors and matrices of them.

import LinearAlgebra

struct LookupGradient {
  var word: Int
  var gradient: Vector
}

struct PretrainedWord {
  var word: String
  var vector: Vector
}

private func oneHots(_ words: [Int], _ V: Int) -> Matrix {
  Matrix(words.map { Vector.oneHot($0, count: V).elements })  // T x V
}

func embeddedWord(_ E: Matrix, _ word: Int) -> Vector { E * Vector.oneHot(word, count: E.columns) }

func embeddedText(_ E: Matrix, _ words: [Int]) -> [Vector] {
  let table = oneHots(words, E.columns) * E.transposed
  return (0..<table.rows).map { table[row: $0] }
}

func positionGradient(_ de: Vector, _ word: Int, _ V: Int) -> Matrix {
  Matrix(rows: de.count, columns: 1, elements: de.elements) * oneHots([word], V)
}

func embeddingGradient(_ words: [Int], _ de: [Vector], _ E: Matrix) -> Matrix {
  Matrix(de.map(\.elements)).transposed * oneHots(words, E.columns)
}

func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  let V = (words.max() ?? 0) + 1
  let dE = Matrix(de.map(\.elements)).transposed * oneHots(words, V)
  return Set(words).map { LookupGradient(word: $0, gradient: dE[column: $0]) }
}

func embeddingStep(_ E: Matrix, _ touched: [LookupGradient], _ rate: Double, _ frozen: [Int]) -> Matrix {
  let moving = touched.filter { !Set(frozen).contains($0.word) }
  return moving.reduce(E) { $0 - rate * outer($1.gradient, Vector.oneHot($1.word, count: E.columns)) }
}

func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  let columns = vocabulary.enumerated().map { index, word in
    pretrained.first { $0.word == word }?.vector ?? random[column: index]
  }
  return Matrix(columns.map(\.elements)).transposed
}
