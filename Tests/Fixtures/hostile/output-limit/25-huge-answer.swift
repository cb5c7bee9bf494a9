// Returns more than a reply may hold.
// Fails: centred output-limit
// Says: centred returned a value of more than 4 MB.

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return Vector(repeating: m, count: 1_000_000)
}
