// Grows without end.
// Fails: centred out-of-memory
// Says: centred wanted more memory than it may have.

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  var rows: [[Double]] = []
  while rows.count < 1_000_000 {
    var row: [Double] = []
    row.reserveCapacity(10_000_000)
    rows.append(row)
  }
  return x.map { $0 - m }
}
