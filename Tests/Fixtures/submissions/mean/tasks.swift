// Uses the concurrency library, which the worker does not hold.
// Status: passed

import LinearAlgebra

func later(_ x: Vector) async -> Double { await Task { mean(x) }.value }

actor Counter { var count = 0 }

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
