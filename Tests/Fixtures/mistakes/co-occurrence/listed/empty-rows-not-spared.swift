// expected: divided-by-the-total
// mistaken: contextProbabilities
// calling: probabilityRatio

func contextPositions(_ t: Int, _ T: Int, _ window: ContextWindow) -> [Int] {
  let left = Array(0..<t).suffix(window.before)
  let right = Array(t..<T).dropFirst().prefix(window.after)
  return Array(left + right)
}

func contextPairs(_ document: [Int], _ window: ContextWindow) -> [ContextPair] {
  document.indices.flatMap { t in
    contextPositions(t, document.count, window).map { s in
      ContextPair(centre: document[t], context: document[s], distance: max(s - t, t - s))
    }
  }
}

func pairCount(_ distance: Int, _ window: ContextWindow) -> Double {
  let weight = window.countsByDistance ? Double(distance) : 1
  return 1 / weight
}

func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  var X = Matrix.zeros(V, V)
  let pairs = documents.flatMap { contextPairs($0, window) }
  pairs.forEach { X[$0.centre, $0.context] += pairCount($0.distance, window) }
  return X
}

func documentCounts(_ documents: [[Int]], _ V: Int) -> Matrix {
  let columns = documents.map { words in
    words.reduce(into: Vector.zeros(V)) { counts, word in counts[word] += 1 }
  }
  return columns.isEmpty ? Matrix.zeros(V, 0) : Matrix(columns.map(\.elements)).transposed
}

func contextProbabilities(_ X: Matrix) -> Matrix {
  X / Vector(X.elements).sum
}

func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  let P = contextProbabilities(X)
  return P[i, k] / P[j, k]
}
