// A loop that does not end.
// Fails: mean timed-out, centred timed-out
// Says: mean used more than 1 s of processor time. Look for a loop that does not end.

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  var turns = x.count
  while turns > 0 { turns = turns % 7 + 1 }
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
