// swift-format-ignore-file
// Is the main program itself.
// Says: Remove

import Glibc
import LinearAlgebra

@_cdecl("main") public func run() -> Int32 { 0 }

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
