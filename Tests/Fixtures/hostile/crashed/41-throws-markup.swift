// Throws an error of a megabyte, with markup and escapes in it.
// Fails: centred crashed
// Never says: 
// Says: ...

import Glibc
import LinearAlgebra

struct Markup: Error, CustomStringConvertible {
  var description: String { "<img src=x onerror=alert(1)> \u{1B}[31m" + String(repeating: "long ", count: 200_000) }
}

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) throws -> Vector {
  let m = mean(x)
  if x.count > 0 { throw Markup() }
  return x.map { $0 - m }
}
