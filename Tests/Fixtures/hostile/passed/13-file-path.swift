// Prints where it stands: nothing of the machine is in it.
// Says: submission.swift Submission/submission.swift
// Never says: /tmp
// Never says: gradus-

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
  print(#filePath, #file, #fileID)
  return x.map { $0 - m }
}
