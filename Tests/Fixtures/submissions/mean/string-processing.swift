// Uses regular expressions and splitting by a text.
// Status: passed
// Says:   | 2 parts, true

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  let parts = "a, b".split(separator: ", ")
  print("\(parts.count) parts, \("42".contains(#/\d+/#))")
  return x.map { $0 - m }
}
