// Closes the descriptor of the replies.
// Fails: centred crashed
// Says: the program ended by itself

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
  close(4)
  return x.map { $0 - m }
}
