// A function is asynchronous.
// Status: signature-changed
// Says: The function mean

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) async -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = x.sum / Double(x.count)
  return x.map { $0 - m }
}
