// A function is declared twice.
// Status: compile-error
// Says: invalid redeclaration of 'mean'

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

func mean(_ x: Vector) -> Double { 0 }

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
