// Prints in a loop without end.
// Fails: centred output-limit
// Says: centred printed more than 1024 KB. Remove prints from loops.

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  while m == m { print("round and round") }
  return x.map { $0 - m }
}
