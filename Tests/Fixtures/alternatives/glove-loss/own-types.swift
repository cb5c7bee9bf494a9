// Foundation is imported; the parameters have methods and biases are further columns of both tables; labels are new.

import Foundation
import LinearAlgebra

// MARK: Given

/// What GloVe learns: two tables of vectors and two lists of biases, for V words and D dimensions.
struct GloVeParameters {
  var W: Matrix
  var C: Matrix
  var b: Vector
  var c: Vector

  var vocabulary: Int { b.count }

  /// The words' vectors with their biases and a 1.
  var words: Matrix { W.with(columns: [b, .ones(vocabulary)]) }

  /// The contexts' vectors with a 1 and their biases.
  var contexts: Matrix { C.with(columns: [.ones(vocabulary), c]) }
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

extension Matrix {
  fileprivate func with(columns new: [Vector]) -> Matrix {
    var wider = Matrix.zeros(rows, columns + new.count)
    for index in 0..<columns { wider[column: index] = self[column: index] }
    for (index, vector) in new.enumerated() { wider[column: columns + index] = vector }
    return wider
  }

  fileprivate func columns(below count: Int) -> Matrix {
    var narrower = Matrix.zeros(rows, count)
    for index in 0..<count { narrower[column: index] = self[column: index] }
    return narrower
  }
}

/// The weighting with its two numbers.
private struct Weighting {
  let limit: Double
  let power: Double

  func callAsFunction(_ count: Double) -> Double {
    switch count {
    case limit...: 1
    case let count where count > 0: LinearAlgebra.pow(count / limit, power)
    default: 0
    }
  }
}

private func forEachPair(_ X: Matrix, _ body: (_ i: Int, _ j: Int, _ count: Double) -> Void) {
  for i in 0..<X.rows {
    for j in 0..<X.columns where !X[i, j].isZero { body(i, j, X[i, j]) }
  }
}

/// The weight `f(x)` of a pair that was counted `x` times.
///
/// It is `(x / xMax)` to the power of `alpha` below `xMax`, 1 from `xMax` on, and 0 at 0.
func gloveWeight(count: Double, limit: Double, power: Double) -> Double {
  Weighting(limit: limit, power: power)(count)
}

/// The error of one pair, `w . c + wordBias + contextBias - log x`, for a count `x` above 0.
func glovePairError(
  word: Vector, context: Vector, wordBias: Double, contextBias: Double, count: Double
) -> Double {
  word.indices.map { word[$0] * context[$0] }.reduce(0, +) + (wordBias + contextBias) - LinearAlgebra.log(count)
}

/// The loss, the sum of `f(x)` times the squared error over all pairs with a count `x` above 0.
///
/// There is no factor of one half. Pairs with a count of 0 contribute nothing.
func gloveLoss(counts X: Matrix, parameters p: GloVeParameters, limit: Double, power: Double) -> Double {
  let (words, contexts, f) = (p.words, p.contexts, Weighting(limit: limit, power: power))
  var loss = 0.0
  forEachPair(X) { i, j, count in
    let e = dot(words[row: i], contexts[row: j]) - LinearAlgebra.log(count)
    loss += f(count) * (e * e)
  }
  return loss
}

/// The gradients of ``gloveLoss(_:_:_:_:)`` with respect to both tables and both lists of biases.
func gloveGradients(
  counts X: Matrix, parameters p: GloVeParameters, limit: Double, power: Double
) -> GloVeGradients {
  let (words, contexts, f) = (p.words, p.contexts, Weighting(limit: limit, power: power))
  var dWords = 0 * words
  var dContexts = 0 * contexts
  forEachPair(X) { i, j, count in
    let e = dot(words[row: i], contexts[row: j]) - LinearAlgebra.log(count)
    dWords[row: i] += 2 * f(count) * e * contexts[row: j]
    dContexts[row: j] += 2 * f(count) * e * words[row: i]
  }
  let D = p.W.columns
  return GloVeGradients(
    dW: dWords.columns(below: D), dC: dContexts.columns(below: D), db: dWords[column: D],
    dc: dContexts[column: D + 1])
}
