// Answers with a list of more items than there are atoms.
// Fails: centred protocol-error
// Says: does not fit the frame

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
  let frame: [UInt8] = [18, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 7, 255, 255, 255, 255, 255, 255, 255, 127]
  _ = write(4, frame, frame.count)
  return x.map { $0 - m }
}
