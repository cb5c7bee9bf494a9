// Rows are taken by recursion, and the parts of the gradient are changed in place through an inout parameter.

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
  switch x {
  case ...0: return 0
  case ..<xMax: return 1 / pow(xMax / x, alpha)
  default: return 1
  }
}

/// The error of one pair, `w . c + wordBias + contextBias - log x`, for a count `x` above 0.
func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  let target = log(x) - wordBias - contextBias
  return dot(w, c) - target
}

/// The loss, the sum of `f(x)` times the squared error over all pairs with a count `x` above 0.
///
/// There is no factor of one half. Pairs with a count of 0 contribute nothing.
func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  func loss(from row: Int) -> Double {
    guard row < X.rows else { return 0 }
    var part = 0.0
    for (j, x) in X[row: row].enumerated() where x > 0 {
      let e = glovePairError(p.W[row: row], p.C[row: j], p.b[row], p.c[j], x)
      part += e * e * gloveWeight(x, xMax, alpha)
    }
    return part + loss(from: row + 1)
  }
  return loss(from: 0)
}

/// The gradients of ``gloveLoss(_:_:_:_:)`` with respect to both tables and both lists of biases.
func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  func add(_ row: Int, _ g: inout GloVeGradients) {
    guard row >= 0 else { return }
    for (j, x) in X[row: row].enumerated() {
      guard x > 0 else { continue }
      let f = gloveWeight(x, xMax, alpha)
      let de = 2 * f * glovePairError(p.W[row: row], p.C[row: j], p.b[row], p.c[j], x)
      g.db[row] += de
      g.dc[j] += de
      g.dW[row: row] = g.dW[row: row] + p.C[row: j] * de
      g.dC[row: j] = g.dC[row: j] + p.W[row: row] * de
    }
    add(row - 1, &g)
  }
  let V = X.rows
  var g = GloVeGradients(
    dW: .zeros(V, p.W.columns), dC: .zeros(V, p.C.columns), db: .zeros(V), dc: .zeros(V))
  add(V - 1, &g)
  return g
}
