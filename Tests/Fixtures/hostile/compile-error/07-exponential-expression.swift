// swift-format-ignore-file
// An expression for which the type checker would need years.
// Says: reasonable time

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
  let a = 1.0
  let b: Double = -(a + 1) + -(2 + a) + -(a * 3) + -(4 / a) + -(a + 5) + -(6 - a) + -(a + 7) + -(8 + a) + -(9 * a) + -(a + [1, 2.5, 3][0]) + -(1 + 2 * 3)
  let c = [a, 1, b, 2.5].map { -$0 + 1 }.reduce(0) { $0 + -(1 + 2) + -(3 + 4) + $1 * 2 + -(5 + 6) - (7 + -8) } + -(a + 5) + -(6 - 2)
  _ = b + c
  return x.map { $0 - m }
}
