// swift-format-ignore-file
// A thread that writes answers long after the call has returned.
// Fails: centred protocol-error

import Glibc
import LinearAlgebra

private let forger: Void = {
  var thread = pthread_t()
  pthread_create(&thread, nil, { _ in
    let frame: [UInt8] = [18, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]
    while true {
      _ = write(4, frame, frame.count)
      usleep(500)
    }
  }, nil)
}()

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  _ = forger
  usleep(20_000)
  return x.map { $0 - m }
}
