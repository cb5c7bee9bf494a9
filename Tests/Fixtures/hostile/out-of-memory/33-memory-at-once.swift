// Asks for more memory than there is in one piece.
// Fails: centred out-of-memory

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  let large = [Double](repeating: m, count: 1 << 40)
  if large.count == x.count { return x }
  return x.map { $0 - m }
}
