// A file that also imports Foundation or Glibc sees their functions of the same names: the scalar ones here step back, so that such a call is
// not ambiguous.
//
// The C library's functions are declared here one by one: importing Glibc would make every student's compilation load
// it, which costs some milliseconds and, with a cold module cache, seconds.
@_extern(c, "exp") private func cExp(_ x: Double) -> Double
@_extern(c, "log") private func cLog(_ x: Double) -> Double
@_extern(c, "log1p") private func cLog1p(_ x: Double) -> Double
@_extern(c, "expm1") private func cExpm1(_ x: Double) -> Double
@_extern(c, "tanh") private func cTanh(_ x: Double) -> Double
@_extern(c, "pow") private func cPow(_ x: Double, _ y: Double) -> Double

/// The exponential, e to the power of `x`.
@_disfavoredOverload public func exp(_ x: Double) -> Double { cExp(x) }

/// The natural logarithm; minus infinity at 0, not a number below.
@_disfavoredOverload public func log(_ x: Double) -> Double { cLog(x) }

/// The natural logarithm of `1 + x`, exact for small `x`.
@_disfavoredOverload public func log1p(_ x: Double) -> Double { cLog1p(x) }

/// The exponential minus 1, exact for small `x`.
@_disfavoredOverload public func expm1(_ x: Double) -> Double { cExpm1(x) }

/// The hyperbolic tangent.
@_disfavoredOverload public func tanh(_ x: Double) -> Double { cTanh(x) }

/// `x` to the power of `y`.
@_disfavoredOverload public func pow(_ x: Double, _ y: Double) -> Double { cPow(x, y) }

/// The square root; not a number below 0.
@_disfavoredOverload public func sqrt(_ x: Double) -> Double { x.squareRoot() }

/// The exponential of every entry.
public func exp(_ v: Vector) -> Vector { v.map { exp($0) } }

/// The natural logarithm of every entry.
public func log(_ v: Vector) -> Vector { v.map { log($0) } }

/// The hyperbolic tangent of every entry.
public func tanh(_ v: Vector) -> Vector { v.map { tanh($0) } }
