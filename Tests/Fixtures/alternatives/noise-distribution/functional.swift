// Maps and reductions; the search is a recursion over a range.

import LinearAlgebra

/// The weights count^alpha of all words, for alpha above 0; a word that was not counted has the weight 0.
func noiseWeights(_ counts: [Int], _ alpha: Double) -> Vector {
  Vector(counts.map { pow(Double($0), alpha) })
}

/// The noise distribution: the weights divided by their sum.
func noiseDistribution(_ counts: [Int], _ alpha: Double) -> Vector {
  let weights = noiseWeights(counts, alpha)
  return weights / weights.sum
}

/// Where each word's part of the interval from 0 to 1 ends: the probabilities added up from word 0 to this word.
func noiseBounds(_ p: Vector) -> Vector {
  Vector(p.reduce(into: [Double]()) { $0.append(($0.last ?? 0) + $1) })
}

/// The first word whose bound exceeds `u`, in a number of steps that grows like log V.
///
/// Where rounding keeps all bounds from exceeding `u`, it is the last word that has any probability.
func noiseWord(_ bounds: Vector, _ u: Double) -> Int {
  let last = bounds[bounds.count - 1]
  return first(in: 0..<bounds.count) { bounds[$0] > u || bounds[$0] >= last }
}

/// Up to `K` negatives for a pair with the outside word `target`, each drawn with the next number of `u`.
///
/// A number that falls on the target is used up, and no negative comes of it.
func noiseNegatives(_ bounds: Vector, _ target: Int, _ K: Int, _ u: [Double]) -> [Int] {
  Array(u.lazy.map { noiseWord(bounds, $0) }.filter { $0 != target }.prefix(K))
}

/// The distribution of a negative, given that it is not `target`.
func negativeDistribution(_ p: Vector, _ target: Int) -> Vector {
  let others = p.sum - p[target]
  return Vector(p.indices.map { $0 == target ? 0 : p[$0] / others })
}

/// The first number of a range from which on something holds.
private func first(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
  guard range.count > 1 else { return range.lowerBound }
  let middle = range.lowerBound + range.count / 2
  let half = holds(middle - 1) ? range.lowerBound..<middle : middle..<range.upperBound
  return first(in: half, where: holds)
}
