// A loop that does not end in one function costs that function's points alone.
// Fails: centred timed-out
// Says: centred used more than 1 s of processor time.

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  while m == m {}
  return x.map { $0 - m }
}
