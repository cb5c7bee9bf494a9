// No loop and no variable: map, zip, filter and reduce over the pairs that were counted.

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

private func slope(_ i: Int, _ j: Int, _ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  X[i, j] > 0
    ? 2 * gloveWeight(X[i, j], xMax, alpha) * glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j])
    : 0
}

/// The weight `f(x)` of a pair that was counted `x` times.
///
/// It is `(x / xMax)` to the power of `alpha` below `xMax`, 1 from `xMax` on, and 0 at 0.
func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  x < xMax ? pow(x / xMax, alpha) : 1
}

/// The error of one pair, `w . c + wordBias + contextBias - log x`, for a count `x` above 0.
func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  zip(w, c).map(*).reduce(wordBias, +) - (log(x) - contextBias)
}

/// The loss, the sum of `f(x)` times the squared error over all pairs with a count `x` above 0.
///
/// There is no factor of one half. Pairs with a count of 0 contribute nothing.
func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  (0..<X.rows).flatMap { i in
    (0..<X.columns).filter { X[i, $0] > 0 }.map { j in
      gloveWeight(X[i, j], xMax, alpha) * pow(glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j]), 2)
    }
  }.reduce(0, +)
}

/// The gradients of ``gloveLoss(_:_:_:_:)`` with respect to both tables and both lists of biases.
func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  let words = 0..<X.rows
  let slopes = words.map { i in Vector(words.map { j in slope(i, j, X, p, xMax, alpha) }) }
  return GloVeGradients(
    dW: Matrix(slopes.map { (p.C.transposed * $0).elements }),
    dC: Matrix(words.map { j in (p.W.transposed * Vector(slopes.map { $0[j] })).elements }),
    db: Vector(slopes.map(\.sum)),
    dc: slopes.reduce(.zeros(X.rows), +))
}
