// swift-format-ignore-file
// Gives its errors the names of files of ours.
// Says: cannot convert

import Glibc
import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  #sourceLocation(file: "harness.swift", line: 3)
  let wrong: Int = "text"
  #sourceLocation()
  return x.map { $0 - m }
}
