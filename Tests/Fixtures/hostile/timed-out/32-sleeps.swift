// Waits instead of working.
// Fails: centred timed-out
// Says: centred did not answer within 2 s. Does it wait for something?

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
  sleep(1000)
  return x.map { $0 - m }
}
