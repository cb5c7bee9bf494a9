// Prints a lot and ends at once: the exit code is reported whatever was read first.
// Fails: centred crashed
// Says: the program ended by itself with exit code 3 before centred answered.

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
  print(String(repeating: "line of text ", count: 4000))
  fflush(stdout)
  exit(3)
  return x.map { $0 - m }
}
