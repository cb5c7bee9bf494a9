// The matrix distance by distance: every word with the one that stands so far behind it, and the other way round.

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

func contextPositions(_ t: Int, _ T: Int, _ window: ContextWindow) -> [Int] {
  let before = stride(from: window.before, to: 0, by: -1).map { t - $0 }.filter { $0 >= 0 }
  let after = stride(from: 1, through: window.after, by: 1).map { t + $0 }.filter { $0 < T }
  return before + after
}

func contextPairs(_ document: [Int], _ window: ContextWindow) -> [ContextPair] {
  document.indices.flatMap { t in
    contextPositions(t, document.count, window).map {
      ContextPair(centre: document[t], context: document[$0], distance: max($0 - t, t - $0))
    }
  }
}

func pairCount(_ distance: Int, _ window: ContextWindow) -> Double {
  1 / (window.countsByDistance ? Double(distance) : 1)
}

func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  var X = Matrix.zeros(V, V)
  let widest = max(window.before, window.after)
  guard widest > 0 else { return X }
  for distance in 1...widest {
    let count = pairCount(distance, window)
    for document in documents {
      for (left, right) in zip(document, document.dropFirst(distance)) {
        if distance <= window.after { X[left, right] += count }
        if distance <= window.before { X[right, left] += count }
      }
    }
  }
  return X
}

func documentCounts(_ documents: [[Int]], _ V: Int) -> Matrix {
  var counts = Matrix.zeros(documents.count, V)
  for row in documents.indices {
    counts[row: row] = documents[row].map { Vector.oneHot($0, count: V) }.reduce(Vector.zeros(V), +)
  }
  return counts.transposed
}

func contextProbabilities(_ X: Matrix) -> Matrix {
  Matrix(
    (0..<X.rows).map { i in
      let row = X[row: i]
      return (row.sum > 0 ? row / row.sum : row).elements
    })
}

func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  (X[i, k] / X[row: i].sum) / (X[j, k] / X[row: j].sum)
}
