// Unstable: pairs with a count of 0 are not left out; their weight is 0, but their error is infinite.

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

/// The weight `f(x)` of a pair that was counted `x` times.
///
/// It is `(x / xMax)` to the power of `alpha` below `xMax`, 1 from `xMax` on, and 0 at 0.
func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  guard x > 0 else { return 0 }
  guard x < xMax else { return 1 }
  let fraction = x / xMax
  return pow(fraction, alpha)
}

/// The error of one pair, `w . c + wordBias + contextBias - log x`, for a count `x` above 0.
func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  let score = dot(w, c)
  let prediction = score + wordBias + contextBias
  return prediction - log(x)
}

/// The loss, the sum of `f(x)` times the squared error over all pairs with a count `x` above 0.
///
/// There is no factor of one half. Pairs with a count of 0 contribute nothing.
func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  var loss = 0.0
  for i in 0..<X.rows {
    for j in 0..<X.columns {
      let e = glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j])
      loss += gloveWeight(X[i, j], xMax, alpha) * e * e
    }
  }
  return loss
}

/// The gradients of ``gloveLoss(_:_:_:_:)`` with respect to both tables and both lists of biases.
func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  var dW = Matrix.zeros(p.W.rows, p.W.columns)
  var dC = Matrix.zeros(p.C.rows, p.C.columns)
  var db = Vector.zeros(p.b.count)
  var dc = Vector.zeros(p.c.count)
  for i in 0..<X.rows {
    for j in 0..<X.columns where X[i, j] > 0 {
      let e = glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j])
      let f = gloveWeight(X[i, j], xMax, alpha)
      let de = 2 * f * e
      dW[row: i] += de * p.C[row: j]
      dC[row: j] += de * p.W[row: i]
      db[i] += de
      dc[j] += de
    }
  }
  return GloVeGradients(dW: dW, dC: dC, db: db, dc: dc)
}
