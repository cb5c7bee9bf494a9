// Closes its answers and opens them again by another way.
// Fails: centred protocol-error

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
  let again = open("/proc/self/fd/4", O_WRONLY)
  if again < 0 {
    _ = write(4, "no way back", 11)
  } else {
    close(4)
    _ = dup2(again, 4)
    let frame: [UInt8] = [18, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]
    _ = write(again, frame, frame.count)
  }
  return x.map { $0 - m }
}
