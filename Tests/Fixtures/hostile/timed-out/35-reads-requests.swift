// Reads the requests itself.
// Fails: mean timed-out, centred timed-out

import Glibc
import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  while read(3, &bytes, bytes.count) > 0 {}
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
