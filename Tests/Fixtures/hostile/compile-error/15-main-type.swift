// A type with @main, which nobody calls.
// Never says: hello

import LinearAlgebra

@main struct Program {
  static func main() { print("hello") }
}

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
