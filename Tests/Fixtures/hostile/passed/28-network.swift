// Looks for a way out of the machine.

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
  for family in [AF_INET, AF_INET6, AF_UNIX, AF_NETLINK, 40, 17] {
    for kind in [1, 2, 3] as [Int32] where socket(family, kind, 0) >= 0 { fatalError("a socket of family \(family)") }
  }
  var ends: [Int32] = [0, 0]
  if socketpair(AF_UNIX, 1, 0, &ends) == 0 { fatalError("a pair of sockets") }
  return x.map { $0 - m }
}
