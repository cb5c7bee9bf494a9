// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

func noiseWeights(_ counts: [Int], _ alpha: Double) -> Vector {
  var weights = Vector.zeros(counts.count)
  for w in counts.indices {
    if counts[w] > 0 { weights[w] = exp(alpha * log(Double(counts[w]))) }
  }
  return weights
}

func noiseDistribution(_ counts: [Int], _ alpha: Double) -> Vector {
  var p = Vector.zeros(counts.count)
  var sum = 0.0
  for w in counts.indices {
    p[w] = pow(Double(counts[w]), alpha)
    sum += p[w]
  }
  for w in counts.indices { p[w] /= sum }
  return p
}

func noiseBounds(_ p: Vector) -> Vector {
  var bounds = Vector.zeros(p.count)
  var running = 0.0
  for w in p.indices {
    running += p[w]
    bounds[w] = running
  }
  return bounds
}

func noiseWord(_ bounds: Vector, _ u: Double) -> Int {
  func first(_ number: Double) -> Int {
    var (below, above) = (-1, bounds.count)  // bounds[below] <= number < bounds[above]
    while above - below > 1 {
      let middle = (below + above) / 2
      if bounds[middle] <= number { below = middle } else { above = middle }
    }
    return above
  }
  let word = first(u)
  if word < bounds.count { return word }
  return first(bounds[bounds.count - 1].nextDown)
}

func noiseNegatives(_ bounds: Vector, _ target: Int, _ K: Int, _ u: [Double]) -> [Int] {
  var negatives: [Int] = []
  for number in u {
    if negatives.count == K { break }
    let word = noiseWord(bounds, number)
    if word == target { continue }
    negatives.append(word)
  }
  return negatives
}

func negativeDistribution(_ p: Vector, _ target: Int) -> Vector {
  let rest = 1 - p[target]
  var q = Vector.zeros(p.count)
  for w in p.indices where w != target { q[w] = p[w] / rest }
  return q
}
