// Prints what it does, which does no harm.
// Status: passed
// Says: Printed by your program:
// Says:   | the mean is

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  print("the mean is", m)
  return x.map { $0 - m }
}
