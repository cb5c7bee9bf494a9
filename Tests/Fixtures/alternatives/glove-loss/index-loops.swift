// Every inner product is a loop over indices, and every entry of a gradient is changed by itself.

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
  if x == 0 { return 0 }
  if x >= xMax { return 1 }
  return pow(x / xMax, alpha)
}

/// The error of one pair, `w . c + wordBias + contextBias - log x`, for a count `x` above 0.
func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  var e = -log(x)
  for d in 0..<w.count { e += w[d] * c[d] }
  e += wordBias
  e += contextBias
  return e
}

/// The loss, the sum of `f(x)` times the squared error over all pairs with a count `x` above 0.
///
/// There is no factor of one half. Pairs with a count of 0 contribute nothing.
func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  var loss = 0.0
  for j in 0..<X.columns {
    for i in 0..<X.rows {
      if X[i, j] == 0 { continue }
      var e = p.b[i] + p.c[j] - log(X[i, j])
      for d in 0..<p.W.columns { e += p.W[i, d] * p.C[j, d] }
      loss += gloveWeight(X[i, j], xMax, alpha) * e * e
    }
  }
  return loss
}

/// The gradients of ``gloveLoss(_:_:_:_:)`` with respect to both tables and both lists of biases.
func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  let V = X.rows
  let D = p.W.columns
  var g = GloVeGradients(dW: .zeros(V, D), dC: .zeros(V, D), db: .zeros(V), dc: .zeros(V))
  for j in 0..<V {
    for i in 0..<V {
      if X[i, j] == 0 { continue }
      var e = p.b[i] + p.c[j] - log(X[i, j])
      for d in 0..<D { e += p.W[i, d] * p.C[j, d] }
      e *= 2 * gloveWeight(X[i, j], xMax, alpha)
      for d in 0..<D {
        g.dW[i, d] += e * p.C[j, d]
        g.dC[j, d] += e * p.W[i, d]
      }
      g.db[i] += e
      g.dc[j] += e
    }
  }
  return g
}
