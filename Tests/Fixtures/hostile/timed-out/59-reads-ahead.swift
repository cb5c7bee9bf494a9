// Takes the next question away and never answers it.
// Fails: centred timed-out

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
  var waiting = [UInt8](repeating: 0, count: 65_536)
  _ = fcntl(3, F_SETFL, O_NONBLOCK)
  _ = read(3, &waiting, waiting.count)
  _ = fcntl(3, F_SETFL, 0)
  return x.map { $0 - m }
}
