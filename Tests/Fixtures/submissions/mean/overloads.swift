// A second function of the same name with another type: the right one is found by its type, or the file is told which to mend.
// Status: signature-changed
// Says: is declared 2 times

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

func mean(_ x: [Double]) -> Double { mean(Vector(x)) }

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
