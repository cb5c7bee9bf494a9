// Plain loops, and a search that goes on until nothing is left between two words.

import LinearAlgebra

/// The weights count^alpha of all words, for alpha above 0; a word that was not counted has the weight 0.
func noiseWeights(_ counts: [Int], _ alpha: Double) -> Vector {
  var weights = Vector.zeros(counts.count)
  for word in 0..<counts.count { weights[word] = pow(Double(counts[word]), alpha) }
  return weights
}

/// The noise distribution: the weights divided by their sum.
func noiseDistribution(_ counts: [Int], _ alpha: Double) -> Vector {
  var p = noiseWeights(counts, alpha)
  var total = 0.0
  for weight in p { total += weight }
  for word in 0..<p.count { p[word] /= total }
  return p
}

/// Where each word's part of the interval from 0 to 1 ends: the probabilities added up from word 0 to this word.
func noiseBounds(_ p: Vector) -> Vector {
  var bounds = Vector.zeros(p.count)
  var sum = 0.0
  for word in 0..<p.count {
    sum += p[word]
    bounds[word] = sum
  }
  return bounds
}

/// The first word whose bound exceeds `u`, in a number of steps that grows like log V.
///
/// Where rounding keeps all bounds from exceeding `u`, it is the last word that has any probability.
func noiseWord(_ bounds: Vector, _ u: Double) -> Int {
  let last = bounds.count - 1
  // Below: bounds that do not exceed u. Above: bounds that do, or that are as large as the last.
  var (below, above) = (-1, last)
  while above - below > 1 {
    let middle = below + (above - below) / 2
    if bounds[middle] > u || bounds[middle] == bounds[last] { above = middle } else { below = middle }
  }
  return above
}

/// Up to `K` negatives for a pair with the outside word `target`, each drawn with the next number of `u`.
///
/// A number that falls on the target is used up, and no negative comes of it.
func noiseNegatives(_ bounds: Vector, _ target: Int, _ K: Int, _ u: [Double]) -> [Int] {
  var negatives: [Int] = []
  var next = 0
  while next < u.count && negatives.count < K {
    let word = noiseWord(bounds, u[next])
    next += 1
    if word == target { continue }
    negatives.append(word)
  }
  return negatives
}

/// The distribution of a negative, given that it is not `target`.
func negativeDistribution(_ p: Vector, _ target: Int) -> Vector {
  var others = Vector.zeros(p.count)
  for word in 0..<p.count where word != target { others[word] = p[word] / (p.sum - p[target]) }
  return others
}
