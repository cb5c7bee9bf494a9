// Counts in dictionaries, turned into matrices at the end.

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
  Array(max(t - window.before, 0)..<t) + Array(t + 1..<max(t + 1, min(t + window.after + 1, T)))
}

func contextPairs(_ document: [Int], _ window: ContextWindow) -> [ContextPair] {
  var pairs: [ContextPair] = []
  for (t, centre) in document.enumerated() {
    for s in contextPositions(t, document.count, window) {
      pairs.append(ContextPair(centre: centre, context: document[s], distance: (s - t).magnitude == 0 ? 0 : abs(t - s)))
    }
  }
  return pairs
}

func pairCount(_ distance: Int, _ window: ContextWindow) -> Double {
  guard window.countsByDistance else { return 1 }
  return pow(Double(distance), -1)
}

func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  var table: [[Int]: Double] = [:]
  for document in documents.reversed() {
    for pair in contextPairs(document, window).reversed() {
      table[[pair.centre, pair.context], default: 0] += pairCount(pair.distance, window)
    }
  }
  return Matrix((0..<V).map { i in (0..<V).map { k in table[[i, k]] ?? 0 } })
}

func documentCounts(_ documents: [[Int]], _ V: Int) -> Matrix {
  guard !documents.isEmpty else { return .zeros(V, 0) }
  return Matrix((0..<V).map { word in documents.map { Double($0.filter { $0 == word }.count) } })
}

func contextProbabilities(_ X: Matrix) -> Matrix {
  let sums = X * Vector.ones(X.columns)
  let inverse = sums.map { $0 == 0 ? 1 : 1 / $0 }
  var scale = Matrix.zeros(X.rows, X.rows)
  for i in inverse.indices { scale[i, i] = inverse[i] }
  return scale * X
}

func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  exp(log(X[i, k]) - log(X[row: i].sum) - log(X[j, k]) + log(X[row: j].sum))
}
