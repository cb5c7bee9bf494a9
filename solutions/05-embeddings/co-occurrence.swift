// Counting which words stand near which: windows, the matrix of co-occurrences, and the probabilities P(k | i).
//
// The lecture's symbols: X[i, k] counts how often word k stands in the context of word i, X_i is the sum of row i, and
// P(k | i) = X[i, k] / X_i. Words are indices below V, a document is a list of words.

import LinearAlgebra

// Given.

/// What counts as the context of a position.
struct ContextWindow {
  /// How many positions before it belong to the context.
  var before: Int
  /// How many positions behind it belong to the context.
  var after: Int
  /// Whether a word at distance d counts 1/d instead of 1.
  var countsByDistance: Bool
}

/// A word and another one that stands in its context.
struct ContextPair {
  /// The word in the middle of the window.
  var centre: Int
  /// The word in its context.
  var context: Int
  /// How many positions lie from one to the other, 1 for neighbours.
  var distance: Int
}

/// The positions of the context of position `t` in a document of `T` words, from first to last.
func contextPositions(_ t: Int, _ T: Int, _ window: ContextWindow) -> [Int] {
  let first = max(0, t - window.before)
  let last = min(T - 1, t + window.after)
  return (first...last).filter { $0 != t }
}

/// All pairs of a document: its positions in order, and for each the words of its context in order.
func contextPairs(_ document: [Int], _ window: ContextWindow) -> [ContextPair] {
  var pairs: [ContextPair] = []
  for t in document.indices {
    for s in contextPositions(t, document.count, window) {
      pairs.append(ContextPair(centre: document[t], context: document[s], distance: abs(s - t)))
    }
  }
  return pairs
}

/// What a pair at the given distance counts.
func pairCount(_ distance: Int, _ window: ContextWindow) -> Double {
  window.countsByDistance ? 1 / Double(distance) : 1
}

/// The matrix X of `V` rows and columns, summed over all documents; no window reaches from one into the next.
func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  var X = Matrix.zeros(V, V)
  for document in documents {
    for pair in contextPairs(document, window) {
      X[pair.centre, pair.context] += pairCount(pair.distance, window)
    }
  }
  return X
}

/// The matrix with a row for each word and a column for each document: how often the word occurs in it.
func documentCounts(_ documents: [[Int]], _ V: Int) -> Matrix {
  var counts = Matrix.zeros(V, documents.count)
  for (column, document) in documents.enumerated() {
    for word in document { counts[word, column] += 1 }
  }
  return counts
}

/// The probabilities P(k | i), each row of `X` over its sum; a row of zeros stays as it is.
func contextProbabilities(_ X: Matrix) -> Matrix {
  var P = X
  for i in 0..<X.rows {
    let sum = X[row: i].sum
    if sum > 0 { P[row: i] = X[row: i] / sum }
  }
  return P
}

/// The ratio P(k | i) / P(k | j), from the counts `X`, of which X[j, k] is above 0.
func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  let P = contextProbabilities(X)
  return P[i, k] / P[j, k]
}
