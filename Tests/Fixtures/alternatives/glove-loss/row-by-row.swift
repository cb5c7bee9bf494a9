// Gradients are gathered instead of scattered: each row sums over its own pairs, pairwise, by a generic function.

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

private func total<Term>(_ terms: [Term], _ zero: Term, _ add: (Term, Term) -> Term) -> Term {
  switch terms.count {
  case 0: return zero
  case 1: return terms[0]
  default:
    let middle = terms.count / 2
    return add(total(Array(terms[..<middle]), zero, add), total(Array(terms[middle...]), zero, add))
  }
}

private func root(_ X: Matrix, _ i: Int, _ j: Int, _ xMax: Double, _ alpha: Double) -> Double {
  sqrt(gloveWeight(X[i, j], xMax, alpha))
}

/// The weight `f(x)` of a pair that was counted `x` times.
///
/// It is `(x / xMax)` to the power of `alpha` below `xMax`, 1 from `xMax` on, and 0 at 0.
func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  guard x != 0 else { return 0 }
  return min(1, pow(x, alpha) / pow(xMax, alpha))
}

/// The error of one pair, `w . c + wordBias + contextBias - log x`, for a count `x` above 0.
func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  (w .* c).sum - log(x) + contextBias + wordBias
}

/// The loss, the sum of `f(x)` times the squared error over all pairs with a count `x` above 0.
///
/// There is no factor of one half. Pairs with a count of 0 contribute nothing.
func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  // The squared length of the vector of all errors, each scaled by the square root of its weight.
  var residuals: [Double] = []
  for i in 0..<X.rows {
    for j in 0..<X.columns where X[i, j] > 0 {
      let e = glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j])
      residuals.append(root(X, i, j, xMax, alpha) * e)
    }
  }
  return Vector(residuals).squaredNorm
}

/// The gradients of ``gloveLoss(_:_:_:_:)`` with respect to both tables and both lists of biases.
func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  func slope(_ i: Int, _ j: Int) -> Double {
    let e = glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j])
    return 2 * e * gloveWeight(X[i, j], xMax, alpha)
  }
  var g = GloVeGradients(dW: p.W, dC: p.C, db: p.b, dc: p.c)
  for word in 0..<X.rows {
    let contexts = (0..<X.columns).filter { X[word, $0] > 0 }
    let words = (0..<X.rows).filter { X[$0, word] > 0 }
    g.dW[row: word] = total(contexts.map { slope(word, $0) * p.C[row: $0] }, Vector.zeros(p.C.columns), +)
    g.dC[row: word] = total(words.map { slope($0, word) * p.W[row: $0] }, Vector.zeros(p.W.columns), +)
    g.db[word] = total(contexts.map { slope(word, $0) }, 0, +)
    g.dc[word] = total(words.map { slope($0, word) }, 0, +)
  }
  return g
}
