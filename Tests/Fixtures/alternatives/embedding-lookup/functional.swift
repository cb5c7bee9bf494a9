// Maps, folds and dictionaries; the gradient column by column.

import LinearAlgebra

struct LookupGradient {
  var word: Int
  var gradient: Vector
}

struct PretrainedWord {
  var word: String
  var vector: Vector
}

func embeddedWord(_ E: Matrix, _ word: Int) -> Vector { Vector((0..<E.rows).map { E[$0, word] }) }

func embeddedText(_ E: Matrix, _ words: [Int]) -> [Vector] {
  let columns = E.transposed
  return words.map { columns[row: $0] }
}

func positionGradient(_ de: Vector, _ word: Int, _ V: Int) -> Matrix {
  Matrix(de.map { entry in (0..<V).map { $0 == word ? entry : 0 } })
}

func embeddingGradient(_ words: [Int], _ de: [Vector], _ E: Matrix) -> Matrix {
  let columns = (0..<E.columns).map { word in
    zip(words, de).filter { $0.0 == word }.map(\.1).reduce(Vector.zeros(E.rows), +)
  }
  return Matrix(columns.map(\.elements)).transposed
}

func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  Dictionary(zip(words, de), uniquingKeysWith: +).map { LookupGradient(word: $0.key, gradient: $0.value) }
}

func embeddingStep(_ E: Matrix, _ touched: [LookupGradient], _ rate: Double, _ frozen: [Int]) -> Matrix {
  let gradients = Dictionary(uniqueKeysWithValues: touched.map { ($0.word, $0.gradient) })
  let columns = (0..<E.columns).map { word in
    guard let gradient = gradients[word], !frozen.contains(word) else { return E[column: word] }
    return E[column: word] - rate * gradient
  }
  return Matrix(columns.map(\.elements)).transposed
}

func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  let known = Dictionary(uniqueKeysWithValues: pretrained.map { ($0.word, $0.vector) })
  return zip(vocabulary.indices, vocabulary).reduce(into: random) { E, word in
    if let vector = known[word.1] { E[column: word.0] = vector }
  }
}
