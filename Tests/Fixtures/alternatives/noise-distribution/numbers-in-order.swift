// The draws first, all of them, then those of the target taken out.

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
  var bounds = p
  for word in p.indices.dropFirst() {
    bounds[word] += bounds[word - 1]
  }
  return bounds
}

/// The first word whose bound exceeds `u`, in a number of steps that grows like log V.
///
/// Where rounding keeps all bounds from exceeding `u`, it is the last word that has any probability.
func noiseWord(_ bounds: Vector, _ u: Double) -> Int {
  var range = 0..<bounds.count
  let goal = min(u, bounds[bounds.count - 1].nextDown)
  while !range.isEmpty {
    let middle = range.lowerBound + range.count / 2
    range = bounds[middle] <= goal ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
  }
  return range.lowerBound
}

/// Up to `K` negatives for a pair with the outside word `target`, each drawn with the next number of `u`.
///
/// A number that falls on the target is used up, and no negative comes of it.
func noiseNegatives(_ bounds: Vector, _ target: Int, _ K: Int, _ u: [Double]) -> [Int] {
  var words = u.map { noiseWord(bounds, $0) }
  words.removeAll { $0 == target }
  return Array(words.prefix(K))
}

/// The distribution of a negative, given that it is not `target`.
func negativeDistribution(_ p: Vector, _ target: Int) -> Vector {
  (p - p[target] * Vector.oneHot(target, count: p.count)) / (p.sum - p[target])
}
