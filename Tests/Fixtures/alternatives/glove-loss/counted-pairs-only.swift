// The counted pairs are gathered in a list first, as in real co-occurrence files; sums are taken backwards.

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

/// A pair of words that was counted at least once.
private struct Pair {
  let word: Int
  let context: Int
  let count: Double
}

private func pairs(_ X: Matrix) -> [Pair] {
  var list: [Pair] = []
  for (index, count) in X.elements.enumerated() where count != 0 {
    let (word, context) = index.quotientAndRemainder(dividingBy: X.columns)
    list.append(Pair(word: word, context: context, count: count))
  }
  return list
}

/// The weight `f(x)` of a pair that was counted `x` times.
///
/// It is `(x / xMax)` to the power of `alpha` below `xMax`, 1 from `xMax` on, and 0 at 0.
func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  // The power by way of the logarithm; that of 0 is minus infinity, and the exponential turns it into 0 again.
  exp(alpha * min(0, log(x) - log(xMax)))
}

/// The error of one pair, `w . c + wordBias + contextBias - log x`, for a count `x` above 0.
func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  var score = contextBias + wordBias
  for d in w.indices.reversed() { score += c[d] * w[d] }
  return score + log(1 / x)
}

/// The loss, the sum of `f(x)` times the squared error over all pairs with a count `x` above 0.
///
/// There is no factor of one half. Pairs with a count of 0 contribute nothing.
func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  pairs(X).reversed().reduce(0) { loss, pair in
    let e = glovePairError(
      p.W[row: pair.word], p.C[row: pair.context], p.b[pair.word], p.c[pair.context], pair.count)
    return loss + gloveWeight(pair.count, xMax, alpha) * e * e
  }
}

/// The gradients of ``gloveLoss(_:_:_:_:)`` with respect to both tables and both lists of biases.
func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  var g = GloVeGradients(dW: 0 * p.W, dC: 0 * p.C, db: 0 * p.b, dc: 0 * p.c)
  for pair in pairs(X).reversed() {
    let (i, j) = (pair.word, pair.context)
    let (w, c) = (p.W[row: i], p.C[row: j])
    let weighted = gloveWeight(pair.count, xMax, alpha) * glovePairError(w, c, p.b[i], p.c[j], pair.count)
    g.dW[row: i] += weighted * c + weighted * c
    g.dC[row: j] += weighted * w + weighted * w
    g.db[i] += weighted + weighted
    g.dc[j] += weighted + weighted
  }
  return g
}
