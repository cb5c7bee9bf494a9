// swift-format-ignore-file
// Sends the report of a crash that did not happen, with addresses of its own.
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
  let frame: [UInt8] = [25, 0, 0, 0, 7, 11] + [UInt8](repeating: 0, count: 7) + [1] + [UInt8](repeating: 0, count: 7) + [UInt8](repeating: 255, count: 8)
  _ = write(4, frame, frame.count)
  return x.map { $0 - m }
}
