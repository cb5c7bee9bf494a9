// Has a Matrix, a print, operators, a Worker and an expose of its own.

import LinearAlgebra

struct Matrix { var elements: [Double] = [] }
enum Worker {
  static func expose(_ name: String, _ function: Any) { fatalError() }
  static func serve() -> Never { fatalError() }
}
func print(_ items: Any...) {}
func expose(_ name: String, _ function: Any) { fatalError() }
func == (left: Vector, right: Vector) -> Bool { true }
func exp(_ x: Double) -> Double { 0 }

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  print(Matrix(), Worker.self, exp(1))
  return x.map { $0 - m }
}
