// Loops over all pairs of positions, with a test of each.

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
  var positions: [Int] = []
  for s in 0..<T {
    if s < t && t - s <= window.before { positions.append(s) }
    if s > t && s - t <= window.after { positions.append(s) }
  }
  return positions
}

func contextPairs(_ document: [Int], _ window: ContextWindow) -> [ContextPair] {
  var pairs: [ContextPair] = []
  for t in 0..<document.count {
    let positions = contextPositions(t, document.count, window)
    for index in 0..<positions.count {
      let s = positions[index]
      let distance = s > t ? s - t : t - s
      pairs.append(ContextPair(centre: document[t], context: document[s], distance: distance))
    }
  }
  return pairs
}

func pairCount(_ distance: Int, _ window: ContextWindow) -> Double {
  if window.countsByDistance { return 1.0 / Double(distance) }
  return 1.0
}

func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  var X = Matrix.zeros(V, V)
  for document in documents {
    for t in 0..<document.count {
      for s in 0..<document.count where s != t && s >= t - window.before && s <= t + window.after {
        X[document[t], document[s]] += pairCount(abs(t - s), window)
      }
    }
  }
  return X
}

func documentCounts(_ documents: [[Int]], _ V: Int) -> Matrix {
  var counts = Matrix.zeros(V, documents.count)
  for column in 0..<documents.count {
    for t in 0..<documents[column].count { counts[documents[column][t], column] += 1 }
  }
  return counts
}

func contextProbabilities(_ X: Matrix) -> Matrix {
  var P = Matrix.zeros(X.rows, X.columns)
  for i in 0..<X.rows {
    var sum = 0.0
    for k in 0..<X.columns { sum += X[i, k] }
    if sum == 0 { continue }
    for k in 0..<X.columns { P[i, k] = X[i, k] / sum }
  }
  return P
}

func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  var (sumI, sumJ) = (0.0, 0.0)
  for column in 0..<X.columns {
    sumI += X[i, column]
    sumJ += X[j, column]
  }
  return X[i, k] * sumJ / (X[j, k] * sumI)
}
