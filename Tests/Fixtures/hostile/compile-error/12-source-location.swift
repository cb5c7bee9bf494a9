// swift-format-ignore-file
// Gives itself the name of another file, with markup in it.
// Says: cannot convert
// Never says: <script>

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
  #sourceLocation(file: "<script>alert(1)</script>", line: 7)
  let wrong: Int = "text"
  #sourceLocation()
  return x.map { $0 - m }
}
