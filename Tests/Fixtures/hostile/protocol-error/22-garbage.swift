// Writes what is no frame.
// Fails: centred protocol-error
// Says: the program broke the protocol: it sent bytes that are no reply

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
  _ = write(4, "garbage garbage garbage", 23)
  return x.map { $0 - m }
}
