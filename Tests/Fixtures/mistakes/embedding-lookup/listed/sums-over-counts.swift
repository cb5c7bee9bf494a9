// expected: averaged-over-occurrences
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
  var sums = Matrix.zeros(E.rows, E.columns)
  var counts = [Double](repeating: 0, count: E.columns)
  for t in words.indices {
    counts[words[t]] += 1
    for d in 0..<E.rows { sums[d, words[t]] += de[t][d] }
  }
  for word in 0..<E.columns where counts[word] > 0 {
    sums[column: word] = sums[column: word] / counts[word]
  }
  return sums
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
