// A lazy global ends the program, as if all were well, when it is first used.
// Fails: mean crashed, centred crashed
// Says: the program ended by itself with exit code 0 before mean answered.

import Glibc
import LinearAlgebra

let scale: Double = { exit(0) }()

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return scale * x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
