// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

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
    for s in 0..<document.count where s != t && t - s <= window.before && s - t <= window.after {
      let distance = s > t ? s - t : t - s
      pairs.append(ContextPair(centre: document[t], context: document[s], distance: distance))
    }
  }
  return pairs
}

func pairCount(_ distance: Int, _ window: ContextWindow) -> Double {
  if window.countsByDistance { return 1.0 / Double(distance) }
  return 1
}

func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  var X = Matrix.zeros(V, V)
  for text in documents {
    for t in text.indices {
      for s in text.indices where s != t && t - s <= window.before && s - t <= window.after {
        X[text[t], text[s]] += window.countsByDistance ? 1 / Double(abs(t - s)) : 1
      }
    }
  }
  return X
}

func documentCounts(_ documents: [[Int]], _ V: Int) -> Matrix {
  var table = Matrix.zeros(V, documents.count)
  for d in documents.indices {
    for w in 0..<V { table[w, d] = Double(documents[d].filter { $0 == w }.count) }
  }
  return table
}

func contextProbabilities(_ X: Matrix) -> Matrix {
  var P = X
  for i in 0..<X.rows {
    var total = 0.0
    for k in 0..<X.columns { total += X[i, k] }
    if total == 0 { continue }
    for k in 0..<X.columns { P[i, k] = X[i, k] / total }
  }
  return P
}

func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  let ofI = X[row: i].reduce(0, +)
  let ofJ = X[row: j].reduce(0, +)
  return X[i, k] * ofJ / (ofI * X[j, k])
}
