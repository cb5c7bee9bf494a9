// The document with room at both ends, where nothing is counted; the matrix as a sum of outer products.

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
  (-window.before...window.after).map { t + $0 }.filter { $0 != t && (0..<T).contains($0) }
}

private func padded(_ document: [Int], _ window: ContextWindow) -> [Int?] {
  [Int?](repeating: nil, count: window.before) + document.map { $0 } + [Int?](repeating: nil, count: window.after)
}

func contextPairs(_ document: [Int], _ window: ContextWindow) -> [ContextPair] {
  let words = padded(document, window)
  var pairs: [ContextPair] = []
  for (t, centre) in document.enumerated() {
    for step in -window.before...window.after where step != 0 {
      guard let context = words[window.before + t + step] else { continue }
      pairs.append(ContextPair(centre: centre, context: context, distance: Int(step.magnitude)))
    }
  }
  return pairs
}

func pairCount(_ distance: Int, _ window: ContextWindow) -> Double {
  switch window.countsByDistance {
  case true: 1 / Double(distance)
  case false: 1
  }
}

func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  var X = Matrix.zeros(V, V)
  for document in documents {
    var context = [Vector](repeating: .zeros(V), count: V)
    for pair in contextPairs(document, window) {
      context[pair.centre][pair.context] += pairCount(pair.distance, window)
    }
    X += Matrix(context.map(\.elements))
  }
  return X
}

func documentCounts(_ documents: [[Int]], _ V: Int) -> Matrix {
  var columns = [[Double]](repeating: [Double](repeating: 0, count: documents.count), count: V)
  for column in documents.indices {
    for word in documents[column] { columns[word][column] = columns[word][column] + 1 }
  }
  return Matrix(columns)
}

func contextProbabilities(_ X: Matrix) -> Matrix {
  var P = X.transposed
  for i in 0..<X.rows {
    let sum = P[column: i].reduce(0, +)
    P[column: i] = P[column: i].map { sum == 0 ? 0 : $0 / sum }
  }
  return P.transposed
}

func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  let (pi, pj) = (X[row: i] / X[row: i].sum, X[row: j] / X[row: j].sum)
  return pi[k] / pj[k]
}
