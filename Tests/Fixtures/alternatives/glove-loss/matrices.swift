// All pairs at once: a matrix of errors, a matrix of weights, and gradients that are products of matrices.

import LinearAlgebra

// MARK: Given

/// What GloVe learns: two tables of vectors and two lists of biases, for V words and D dimensions.
struct GloVeParameters {
  /// The word vectors: V x D, a row per word.
  var W: Matrix

  /// The context vectors: V x D, a row per word.
  var C: Matrix

  /// The biases of the words: V entries.
  var b: Vector

  /// The biases of the contexts: V entries.
  var c: Vector
}

/// The gradients of GloVe's loss, each of its parameter's shape.
struct GloVeGradients {
  /// With respect to the word vectors: V x D.
  var dW: Matrix

  /// With respect to the context vectors: V x D.
  var dC: Matrix

  /// With respect to the words' biases: V entries.
  var db: Vector

  /// With respect to the contexts' biases: V entries.
  var dc: Vector
}

private func weights(_ X: Matrix, _ xMax: Double, _ alpha: Double) -> Matrix {
  X.map { gloveWeight($0, xMax, alpha) }
}

/// The errors of all pairs, with any finite number where the count is 0.
private func errors(_ X: Matrix, _ p: GloVeParameters) -> Matrix {
  let ones = Vector.ones(X.rows)
  return p.W * p.C.transposed + outer(p.b, ones) + outer(ones, p.c) - X.map { $0 > 0 ? log($0) : 0 }
}

/// The weight `f(x)` of a pair that was counted `x` times.
///
/// It is `(x / xMax)` to the power of `alpha` below `xMax`, 1 from `xMax` on, and 0 at 0.
func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  pow(min(x / xMax, 1), alpha)
}

/// The error of one pair, `w . c + wordBias + contextBias - log x`, for a count `x` above 0.
func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  dot(concatenate(w, [wordBias, 1]), concatenate(c, [1, contextBias])) - log(x)
}

/// The loss, the sum of `f(x)` times the squared error over all pairs with a count `x` above 0.
///
/// There is no factor of one half. Pairs with a count of 0 contribute nothing.
func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  let e = errors(X, p)
  return Vector((weights(X, xMax, alpha) .* e .* e).elements).sum
}

/// The gradients of ``gloveLoss(_:_:_:_:)`` with respect to both tables and both lists of biases.
func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  let de = 2 * (weights(X, xMax, alpha) .* errors(X, p))
  let ones = Vector.ones(X.rows)
  return GloVeGradients(dW: de * p.C, dC: de.transposed * p.W, db: de * ones, dc: de.transposed * ones)
}
