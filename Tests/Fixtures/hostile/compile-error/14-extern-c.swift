// swift-format-ignore-file
// Declares a C function, for which a feature would have to be switched on.

import Glibc
import LinearAlgebra

@_extern(c, "system") func system(_ command: UnsafePointer<CChar>) -> Int32

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  _ = system("id")
  return x.map { $0 - m }
}
