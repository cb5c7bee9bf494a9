// The result has an entry too many.
// Fails: centred failed

import Glibc
import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  if !x.isEmpty { return Vector(x.map { $0 - m }.elements + [0]) }
  return x.map { $0 - m }
}
