// What the next student hands in: right work, if nothing of the last one is left.

import Glibc
import LinearAlgebra

/// A system call by its number, as C makes it.
@_silgen_name("syscall") private func call(
  _ number: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0, _ e: Int = 0
) -> Int

private let looked: Void = {
  for place in ["/", "/tmp", "/dev/shm", "/var/tmp", "/run", "/usr/lib", "."] {
    if access("\(place)/gradus-canary", F_OK) == 0 { fatalError("a trace in \(place)") }
  }
  if call(29, 4711, 4096, 0) >= 0 { fatalError("a trace in shared memory") }
}()

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  _ = looked
  return x.map { $0 - m }
}
