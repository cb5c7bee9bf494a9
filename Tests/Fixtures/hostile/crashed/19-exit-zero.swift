// Ends the program with success in the middle of a call.
// Fails: centred crashed
// Says: the program ended by itself with exit code 0 before centred answered.

import Glibc
import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  if x.count > 1 { exit(0) }
  let m = mean(x)
  return x.map { $0 - m }
}
