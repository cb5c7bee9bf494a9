// Leaves destructors that run as its thread ends.

import Glibc
import LinearAlgebra

private let left: Void = {
  var key = pthread_key_t()
  pthread_key_create(&key) { _ in _ = write(4, "forged", 6) }
  pthread_setspecific(key, UnsafeRawPointer(bitPattern: 1))
}()

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  _ = left
  return x.map { $0 - m }
}
