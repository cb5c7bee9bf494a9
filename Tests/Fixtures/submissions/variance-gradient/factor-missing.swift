// The factor 2 of the square's derivative is missing.
// Status: failed
// Fails: varianceGradient failed
// Says: Pattern: every entry is 0.5 times the expected one.

import LinearAlgebra

/// The mean and the variance of a list (given).
struct Moments {
  var mean: Double
  var variance: Double
}

/// The mean of `x` and its variance, divided by the number of entries.
func moments(_ x: Vector) -> Moments {
  let n = Double(x.count)
  let m = x.sum / n
  let d = x.map { $0 - m }
  let variance = d.squaredNorm / n
  return Moments(mean: m, variance: variance)
}

/// The gradient of the variance with respect to each entry of `x`.
func varianceGradient(_ x: Vector) -> Vector {
  let factor = 1 / Double(x.count)
  let m = moments(x).mean
  return x.map { factor * ($0 - m) }
}
