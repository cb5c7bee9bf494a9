// Prints what would steer a terminal: it is shown, and does nothing.
// Says: \u{1B}[2Jcleared
// Never says: {escape}

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  print("\u{1B}[2Jcleared")
  return x.map { $0 - m }
}
