// expected: frozen-words-move, zeros-for-unknown-words
// mistaken: embeddingStep, startingTable

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
  for t in 0..<words.count {
    for d in 0..<E.rows { dE[d, words[t]] += de[t][d] }
  }
  return dE
}

func embeddingStep(_ E: Matrix, _ touched: [LookupGradient], _ rate: Double, _ frozen: [Int]) -> Matrix {
  var result = E
  for entry in touched {
    for d in 0..<E.rows { result[d, entry.word] -= rate * entry.gradient[d] }
  }
  return result
}

func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  var E = Matrix.zeros(random.rows, random.columns)
  for column in 0..<vocabulary.count {
    for known in pretrained where known.word == vocabulary[column] { E[column: column] = known.vector }
  }
  return E
}
