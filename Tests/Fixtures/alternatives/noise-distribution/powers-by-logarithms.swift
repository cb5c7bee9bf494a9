// Powers as exponentials of logarithms, sums from the other end, and a search by powers of two.

import LinearAlgebra

/// The weights count^alpha of all words, for alpha above 0; a word that was not counted has the weight 0.
func noiseWeights(_ counts: [Int], _ alpha: Double) -> Vector {
  Vector(counts.map { $0 == 0 ? 0 : exp(alpha * log(Double($0))) })
}

/// The noise distribution: the weights divided by their sum.
func noiseDistribution(_ counts: [Int], _ alpha: Double) -> Vector {
  let logarithms = Vector(counts.map { $0 == 0 ? -Double.infinity : alpha * log(Double($0)) })
  return softmax(logarithms)
}

/// Where each word's part of the interval from 0 to 1 ends: the probabilities added up from word 0 to this word.
func noiseBounds(_ p: Vector) -> Vector {
  var bounds = Vector.zeros(p.count)
  var behind = 0.0
  for word in p.indices.reversed() {
    bounds[word] = p.sum - behind
    behind += p[word]
  }
  return bounds
}

/// The first word whose bound exceeds `u`, in a number of steps that grows like log V.
///
/// Where rounding keeps all bounds from exceeding `u`, it is the last word that has any probability.
func noiseWord(_ bounds: Vector, _ u: Double) -> Int {
  let last = bounds[bounds.count - 1]
  var passed = 0
  var stride = 1
  while stride < bounds.count { stride *= 2 }
  while stride > 0 {
    let next = passed + stride
    if next <= bounds.count - 1 && bounds[next - 1] <= u && bounds[next - 1] < last { passed = next }
    stride /= 2
  }
  return passed
}

/// Up to `K` negatives for a pair with the outside word `target`, each drawn with the next number of `u`.
///
/// A number that falls on the target is used up, and no negative comes of it.
func noiseNegatives(_ bounds: Vector, _ target: Int, _ K: Int, _ u: [Double]) -> [Int] {
  var negatives: [Int] = []
  for number in u where negatives.count < K {
    let word = noiseWord(bounds, number)
    if word != target { negatives.append(word) }
  }
  return negatives
}

/// The distribution of a negative, given that it is not `target`.
func negativeDistribution(_ p: Vector, _ target: Int) -> Vector {
  var others = p
  others[target] = 0
  return others / others.sum
}
