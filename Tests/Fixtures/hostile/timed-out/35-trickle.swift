// Sends a byte now and then, and never a whole answer.
// Fails: centred timed-out

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
  let frame: [UInt8] = [255, 255, 3, 0, 3]
  _ = write(4, frame, frame.count)
  while x.count > 0 {
    _ = write(4, [0] as [UInt8], 1)
    usleep(200_000)
  }
  return x.map { $0 - m }
}
