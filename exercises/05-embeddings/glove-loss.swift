// GloVe: a weighted least-squares fit of word vectors to the logarithms of co-occurrence counts.
//
// Write the weighting gloveWeight, the error of one pair glovePairError, the loss gloveLoss over all pairs, and its
// gradients gloveGradients with respect to both tables and both lists of biases.
// Check your work with: gradus check glove-loss

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

// MARK: Yours to write

/// The weight `f(x)` of a pair that was counted `x` times.
///
/// It is `(x / xMax)` to the power of `alpha` below `xMax`, 1 from `xMax` on, and 0 at 0.
func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  todo("f(x)")
}

/// The error of one pair, `w . c + wordBias + contextBias - log x`, for a count `x` above 0.
func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  todo("w . c + wordBias + contextBias - log x")
}

/// The loss, the sum of `f(x)` times the squared error over all pairs with a count `x` above 0.
///
/// There is no factor of one half. Pairs with a count of 0 contribute nothing.
func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  todo("sum of f(x) times the squared error")
}

/// The gradients of ``gloveLoss(_:_:_:_:)`` with respect to both tables and both lists of biases.
func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  todo("dW, dC, db and dc")
}
