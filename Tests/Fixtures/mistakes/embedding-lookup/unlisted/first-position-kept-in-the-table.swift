// expected: none
// mistaken: embeddingGradient

func embeddedWord(_ E: Matrix, _ word: Int) -> Vector {
  var e = Vector.zeros(E.rows)
  for d in 0..<E.rows { e[d] = E[d, word] }
  return e
}

func embeddedText(_ E: Matrix, _ words: [Int]) -> [Vector] {
  var vectors: [Vector] = []
  for word in words { vectors.append(E[column: word]) }
  return vectors
}

func positionGradient(_ de: Vector, _ word: Int, _ V: Int) -> Matrix {
  var G = Matrix.zeros(de.count, V)
  for d in de.indices { G[d, word] = de[d] }
  return G
}

func embeddingGradient(_ words: [Int], _ de: [Vector], _ E: Matrix) -> Matrix {
  var dE = Matrix.zeros(E.rows, E.columns)
  for t in words.indices.reversed() { dE[column: words[t]] = de[t] }
  return dE
}

func embeddingStep(_ E: Matrix, _ touched: [LookupGradient], _ rate: Double, _ frozen: [Int]) -> Matrix {
  var result = E
  for entry in touched {
    if frozen.contains(entry.word) { continue }
    for d in 0..<E.rows { result[d, entry.word] = E[d, entry.word] - rate * entry.gradient[d] }
  }
  return result
}

func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  var E = Matrix.zeros(random.rows, random.columns)
  for column in 0..<vocabulary.count {
    var vector = random[column: column]
    for known in pretrained {
      if known.word == vocabulary[column] { vector = known.vector }
    }
    E[column: column] = vector
  }
  return E
}
