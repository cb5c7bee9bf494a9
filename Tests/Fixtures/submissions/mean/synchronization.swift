// Uses the Synchronization library.
// Status: passed

import LinearAlgebra
import Synchronization

private let calls = Atomic<Int>(0)

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  calls.add(1, ordering: .relaxed)
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
