// swift-format-ignore-file
// Tells its inputs by every way there is.
// Fails: centred crashed
// Hidden: yes
// Never says: LEAK

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
  let told = "LE" + "AK \(x) \(m)"
  print(told)
  perror(told)
  fatalError(told)
  return x.map { $0 - m }
}
