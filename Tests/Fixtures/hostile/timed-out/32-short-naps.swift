// Sleeps a little in every call: the file as a whole takes too long.
// Fails: mean timed-out, centred timed-out

import Glibc
import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  sleep(3)
  sleep(3)
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
