// Announces a reply of four gigabytes.
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
  let frame: [UInt8] = [255, 255, 255, 255, 3]
  _ = write(4, frame, frame.count)
  return x.map { $0 - m }
}
