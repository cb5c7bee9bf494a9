// GloVe: a weighted least-squares fit of word vectors to the logarithms of co-occurrence counts.
//
// The lectures' symbols: row i of W is the word vector e_i and b[i] its bias, row j of C is the context vector (e_j
// with a tilde) and c[j] its bias. X[i, j] counts how often word j stands in the context of word i. f is the weight of
// a pair, e its error, and de the derivative of the loss with respect to e.

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

// MARK: The solution

/// The weight `f(x)` of a pair that was counted `x` times.
///
/// It is `(x / xMax)` to the power of `alpha` below `xMax`, 1 from `xMax` on, and so 0 at 0.
func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
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
    for j in 0..<X.columns where X[i, j] > 0 {
      let e = glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j])
      let f = gloveWeight(X[i, j], xMax, alpha)
      loss += f * e * e
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
