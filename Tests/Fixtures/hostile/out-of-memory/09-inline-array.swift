// A constant of four gigabytes.

import Glibc
import LinearAlgebra

nonisolated(unsafe) var large = InlineArray<500_000_000, Int>(repeating: 7)
let other: InlineArray<500_000_000, Int> = InlineArray(repeating: 1)

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  large[0] = other[1]
  return x.map { $0 - m }
}
