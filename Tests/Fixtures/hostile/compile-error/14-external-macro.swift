// A macro of a program of its own.

import Glibc
import LinearAlgebra

@freestanding(expression) macro run() -> Int = #externalMacro(module: "Evil", type: "Run")

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  _ = #run()
  return x.map { $0 - m }
}
