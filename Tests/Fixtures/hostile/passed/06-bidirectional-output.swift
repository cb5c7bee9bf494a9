// Prints what would turn a line around: it is shown, and does nothing.
// Says: \u{202E}evil

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
  print("\u{202E}evil\u{2066}\u{200F}")
  return x.map { $0 - m }
}
