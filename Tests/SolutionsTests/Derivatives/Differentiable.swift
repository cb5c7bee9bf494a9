import Foundation
import _Differentiation

// What the losses are written in, anew and for Swift's own differentiation: arrays of numbers, matrices row after row.

func exponential(_ x: Double) -> Double { exp(x) }

@derivative(of: exponential)
func exponentialDerivative(_ x: Double) -> (value: Double, pullback: (Double) -> Double) {
  let y = exp(x)
  return (y, { y * $0 })
}

func logarithm(_ x: Double) -> Double { log(x) }

@derivative(of: logarithm)
func logarithmDerivative(_ x: Double) -> (value: Double, pullback: (Double) -> Double) {
  (log(x), { $0 / x })
}

func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }

@derivative(of: hyperbolicTangent)
func hyperbolicTangentDerivative(_ x: Double) -> (value: Double, pullback: (Double) -> Double) {
  let c = cosh(x)
  return (tanh(x), { $0 / (c * c) })
}

@differentiable(reverse)
func logistic(_ x: Double) -> Double { 1 / (1 + exponential(-x)) }

/// The inner product of two arrays.
@differentiable(reverse)
func inner(_ a: [Double], _ b: [Double]) -> Double {
  var total = 0.0
  for index in 0..<withoutDerivative(at: a.count) { total += a[index] * b[index] }
  return total
}

/// The part of an array from `start` on.
@differentiable(reverse,wrt: a)
func part(_ a: [Double], from start: Int, count: Int) -> [Double] {
  var result: [Double] = []
  for index in start..<start + count { result.append(a[index]) }
  return result
}

/// The product of a matrix, which has as many columns as `x` has entries, and `x`.
@differentiable(reverse)
func product(_ W: [Double], _ x: [Double]) -> [Double] {
  let columns = withoutDerivative(at: x.count)
  var result: [Double] = []
  for row in 0..<withoutDerivative(at: W.count / columns) {
    result.append(inner(part(W, from: row * columns, count: columns), x))
  }
  return result
}

@differentiable(reverse)
func sum(_ a: [Double], _ b: [Double]) -> [Double] {
  var result: [Double] = []
  for index in 0..<withoutDerivative(at: a.count) { result.append(a[index] + b[index]) }
  return result
}

@differentiable(reverse)
func hadamard(_ a: [Double], _ b: [Double]) -> [Double] {
  var result: [Double] = []
  for index in 0..<withoutDerivative(at: a.count) { result.append(a[index] * b[index]) }
  return result
}

/// Minus the logarithm of the softmax, at `target`; for scores of moderate size.
@differentiable(reverse,wrt: scores)
func crossEntropy(_ scores: [Double], _ target: Int) -> Double {
  var total = 0.0
  for index in 0..<withoutDerivative(at: scores.count) { total += exponential(scores[index]) }
  return logarithm(total) - scores[target]
}
