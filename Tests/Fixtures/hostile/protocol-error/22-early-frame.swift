// A lazy global writes to the replies while the code is being used for the first time.
// Fails: mean protocol-error, centred protocol-error

import Glibc
import LinearAlgebra

private let early: Int = {
  let frame: [UInt8] = [1, 0, 0, 0, 2]
  return write(4, frame, frame.count)
}()

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  _ = early
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
