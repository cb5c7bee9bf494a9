// Lets writes of answers fail, and fills the pipe.
// Fails: centred crashed

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
  if x.count > 1 {
    close(4)
  }
  return x.map { $0 - m }
}
