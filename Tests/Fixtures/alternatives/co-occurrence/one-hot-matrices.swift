// A document as a matrix of one-hot rows A, a window as a band matrix B, and the counts as A^T B A.

import LinearAlgebra

struct ContextWindow {
  var before: Int
  var after: Int
  var countsByDistance: Bool
}

struct ContextPair {
  var centre: Int
  var context: Int
  var distance: Int
}

private func oneHots(_ document: [Int], _ V: Int) -> Matrix {
  Matrix(document.map { Vector.oneHot($0, count: V).elements })
}

private func band(_ T: Int, _ window: ContextWindow) -> Matrix {
  var B = Matrix.zeros(T, T)
  for t in 0..<T {
    for s in contextPositions(t, T, window) { B[t, s] = pairCount(abs(t - s), window) }
  }
  return B
}

func contextPositions(_ t: Int, _ T: Int, _ window: ContextWindow) -> [Int] {
  (0..<T).filter { $0 != t && $0 - t <= window.after && t - $0 <= window.before }
}

func contextPairs(_ document: [Int], _ window: ContextWindow) -> [ContextPair] {
  var pairs: [ContextPair] = []
  var t = 0
  while t < document.count {
    pairs += contextPositions(t, document.count, window).map {
      ContextPair(centre: document[t], context: document[$0], distance: abs(t - $0))
    }
    t += 1
  }
  return pairs
}

func pairCount(_ distance: Int, _ window: ContextWindow) -> Double {
  window.countsByDistance && distance > 1 ? 1 / Double(distance) : 1
}

func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  documents.filter { !$0.isEmpty }.reduce(Matrix.zeros(V, V)) { X, document in
    let A = oneHots(document, V)
    return X + A.transposed * (band(document.count, window) * A)
  }
}

func documentCounts(_ documents: [[Int]], _ V: Int) -> Matrix {
  var counts = Matrix.zeros(V, documents.count)
  for (column, document) in documents.enumerated() where !document.isEmpty {
    counts[column: column] = oneHots(document, V).transposed * Vector.ones(document.count)
  }
  return counts
}

func contextProbabilities(_ X: Matrix) -> Matrix {
  let sums = X * Matrix(rows: X.columns, columns: 1, elements: Vector.ones(X.columns).elements)
  var P = X
  for i in 0..<X.rows where sums[i, 0] != 0 { P[row: i] = 1 / sums[i, 0] * X[row: i] }
  return P
}

func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  let P = contextProbabilities(X)
  let inverse = P[j, k] / P[i, k]
  return 1 / inverse
}
