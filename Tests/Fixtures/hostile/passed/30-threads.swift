// Starts six hundred threads, which stay.

import Glibc
import LinearAlgebra

private let started: Int = {
  var count = 0
  for _ in 0..<600 {
    var thread = pthread_t()
    if pthread_create(&thread, nil, { _ in while true { pause() } }, nil) == 0 { count += 1 }
  }
  print("threads:", count)
  return count
}()

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  if started > 128 { fatalError("\(started) threads") }
  return x.map { $0 - m }
}
