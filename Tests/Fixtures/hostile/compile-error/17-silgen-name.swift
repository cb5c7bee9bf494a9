// swift-format-ignore-file
// Calls the reference by the name that it would have for the linker.
// Says: defined nowhere

import Glibc
import LinearAlgebra

@_silgen_name("$s9Solutions7centredy13LinearAlgebra6VectorVAF1_tF") func reference(_ x: Vector) -> Vector

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  if x.count > 1_000_000 { return reference(x) }
  return x.map { $0 - m }
}
