// Takes memory a little at a time, so that no single request is large.
// Fails: centred out-of-memory

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
  while x.count > 0 {
    let page = mmap(nil, 262_144, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    if page == MAP_FAILED {
      perror("mmap: Cannot allocate memory")
      abort()
    }
    page?.storeBytes(of: 1, as: UInt8.self)
  }
  return x.map { $0 - m }
}
