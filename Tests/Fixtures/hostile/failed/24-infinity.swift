// Every number is infinite.
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
  if !x.isEmpty { return x.map { _ in .infinity } }
  return x.map { $0 - m }
}
