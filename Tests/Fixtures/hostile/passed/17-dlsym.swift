// Looks for the reference among all symbols: it is not there.

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
  let everywhere = UnsafeMutableRawPointer(bitPattern: 0)
  for name in ["$s15MiniatureCourse7centredy13LinearAlgebra6VectorVAFF", "$s9Solutions4bpttyyF", "miniatureChecks"] {
    if dlsym(everywhere, name) != nil { fatalError("found \(name)") }
  }
  return x.map { $0 - m }
}
