// Counting which words stand near which: windows, the matrix of co-occurrences, and the probabilities P(k | i).
//
// Take out each `todo` as you replace it. Words are indices below V, a document is a list of words.
// Check with: gradus check co-occurrence

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
  todo("the positions around t")
}

/// All pairs of a document: its positions in order, and for each the words of its context in order.
func contextPairs(_ document: [Int], _ window: ContextWindow) -> [ContextPair] {
  todo("every word with every word of its context")
}

/// What a pair at the given distance counts.
func pairCount(_ distance: Int, _ window: ContextWindow) -> Double {
  todo("1 or 1/d")
}

/// The matrix X of `V` rows and columns, summed over all documents; no window reaches from one into the next.
func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  todo("X")
}

/// The matrix with a row for each word and a column for each document: how often the word occurs in it.
func documentCounts(_ documents: [[Int]], _ V: Int) -> Matrix {
  todo("a column for each document")
}

/// The probabilities P(k | i), each row of `X` over its sum; a row of zeros stays as it is.
func contextProbabilities(_ X: Matrix) -> Matrix {
  todo("P(k | i)")
}

/// The ratio P(k | i) / P(k | j), from the counts `X`, of which X[j, k] is above 0.
func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  todo("P(k | i) / P(k | j)")
}
