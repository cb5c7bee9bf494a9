// The mean of a list of numbers, and the deviations from it.
//
// The lesson's symbols: m is the mean of the n entries of x.

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
