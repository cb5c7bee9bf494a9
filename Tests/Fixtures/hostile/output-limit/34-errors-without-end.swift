// A gigabyte on the standard error, without a line feed.
// Fails: centred output-limit

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
  let block = [UInt8](repeating: 120, count: 1 << 20)
  for _ in 0..<1024 { _ = write(2, block, block.count) }
  return x.map { $0 - m }
}
