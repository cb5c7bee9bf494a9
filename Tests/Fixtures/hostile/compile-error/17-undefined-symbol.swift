// Declares a C function that is defined nowhere.
// Says: nowhere_defined

import LinearAlgebra

@_silgen_name("nowhere_defined") func nowhere() -> Double

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n + 0 * nowhere()
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
