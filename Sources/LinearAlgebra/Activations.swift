/// The logistic function `1 / (1 + exp(-x))`, finite and right for every `x`.
///
/// The exponential is always of a negative number, so nothing overflows.
public func sigmoid(_ x: Double) -> Double {
  if x >= 0 { return 1 / (1 + exp(-x)) }
  let e = exp(x)
  return e / (1 + e)
}

/// The logarithm of the logistic function, `-log(1 + exp(-x))`, finite where `log(sigmoid(x))` would underflow.
public func logSigmoid(_ x: Double) -> Double {
  min(x, 0) - log1p(exp(-abs(x)))
}

/// The rectifier: `x` where it is positive, 0 elsewhere.
public func relu(_ x: Double) -> Double { max(0, x) }

/// The logistic function of every entry.
public func sigmoid(_ v: Vector) -> Vector { v.map { sigmoid($0) } }

/// The logarithm of the logistic function of every entry.
public func logSigmoid(_ v: Vector) -> Vector { v.map { logSigmoid($0) } }

/// The rectifier of every entry.
public func relu(_ v: Vector) -> Vector { v.map { relu($0) } }

/// `log(exp(v[0]) + exp(v[1]) + ...)`, computed after taking the largest entry out; minus infinity for an empty vector.
public func logSumExp(_ v: Vector) -> Double {
  guard let largest = v.elements.max() else { return -.infinity }
  guard largest.isFinite else { return largest }
  return largest + log(v.map { exp($0 - largest) }.sum)
}

/// The probabilities that scores `v` stand for: `exp(v[i])` divided by the sum of all of them.
///
/// Only differences of scores matter, so the largest is taken out before the exponential: finite for scores of any size.
public func softmax(_ v: Vector) -> Vector {
  guard let largest = v.elements.max() else { return v }
  let weights = v.map { exp($0 - largest) }
  return weights / weights.sum
}

/// The logarithms of ``softmax(_:)``, without the underflow that the logarithm of a small probability would meet.
public func logSoftmax(_ v: Vector) -> Vector {
  let normalizer = logSumExp(v)
  return v.map { $0 - normalizer }
}
