// Throws its inputs.
// Fails: centred crashed
// Hidden: yes
// Never says: LEAK

import Glibc
import LinearAlgebra

struct Leak: Error, CustomStringConvertible { let description: String }

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) throws -> Vector {
  let m = mean(x)
  if x.count > 0 { throw Leak(description: "LEAK \(x)") }
  return x.map { $0 - m }
}
