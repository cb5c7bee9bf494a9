// The full softmax and negative sampling, side by side.
//
// Write the loss of one word pair and its gradients, twice: softmaxLoss and softmaxGradients look at all V words,
// samplingLoss and samplingGradients at the target and the negatives alone, however large V is.
// Check your work with: gradus check softmax-versus-sampling

import LinearAlgebra

// MARK: Given

/// The gradients of the softmax loss of one pair of words.
struct SoftmaxGradients {
  /// With respect to the centre vector: D entries.
  var dv: Vector

  /// With respect to the context table: V x D, a row per word.
  var dU: Matrix
}

/// The gradient of one row of the context table.
struct RowGradient {
  /// The row's index, which is the word's index.
  var row: Int

  /// The gradient with respect to that row: D entries.
  var gradient: Vector
}

/// The gradients of the negative-sampling loss of one pair of words.
struct SamplingGradients {
  /// With respect to the centre vector: D entries.
  var dv: Vector

  /// With respect to the rows that the loss touches, in any order; the entries of a row are added up.
  ///
  /// All other rows of the table have gradient zero and are not listed.
  var dU: [RowGradient]
}

// MARK: Yours to write

/// The loss of the full softmax, `-log softmax(U v)[target]`.
///
/// Finite for scores of any size.
func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  todo("-log softmax(U v)[target]")
}

/// The gradients of ``softmaxLoss(_:_:_:)`` with respect to the centre vector and to every row of the table.
func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  todo("dz, then dv and dU")
}

/// The loss of negative sampling, `-log sigmoid(u_o . v)` minus the sum over the negatives of `log sigmoid(-u_k . v)`.
///
/// A negative that is listed twice counts twice. The cost does not depend on the number of rows of `U`.
func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  todo("-log sigmoid(u_o . v) - sum over k of log sigmoid(-u_k . v)")
}

/// The gradients of ``samplingLoss(_:_:_:_:)`` with respect to the centre vector and to the rows that it touches.
///
/// Only the rows of the target and of the negatives appear; repeated words add up. The order does not matter, and a row
/// may be listed more than once: its entries are added. The cost does not depend on the number of rows of `U`.
func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  todo("dv and the rows of dU that are touched")
}
