// A loop that no signal ends.
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
  for number in 1..<65 as Range<Int32> { signal(number, SIG_IGN) }
  var all = sigset_t()
  sigfillset(&all)
  sigprocmask(SIG_BLOCK, &all, nil)
  var count = 0
  while x.count > 0 { count &+= 1 }
  return x.map { $0 - m }
}
