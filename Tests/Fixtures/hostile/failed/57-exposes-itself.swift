// swift-format-ignore-file
// Hands functions to the worker by itself, under the names of its own: they are judged like all others.
// Fails: mean failed, centred failed

import LinearAlgebra
import Worker

private let exposed: Void = {
  Worker::expose("centred") { (x: Vector) in x }
  Worker::expose("mean") { (x: Vector) in 0.0 }
}()

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  _ = exposed
  return x.sum / Double(x.count) + 1
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
