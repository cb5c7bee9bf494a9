// No loop and no variable: map, zip, reduce and grouping.

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

/// The loss of the full softmax, `-log softmax(U v)[target]`.
///
/// Finite for scores of any size.
func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  -logSoftmax(Vector((0..<U.rows).map { zip(U[row: $0], v).map(*).reduce(0, +) }))[target]
}

/// The gradients of ``softmaxLoss(_:_:_:)`` with respect to the centre vector and to every row of the table.
func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  { dz in
    SoftmaxGradients(
      dv: Vector(v.indices.map { dot(U[column: $0], dz) }),
      dU: Matrix(dz.map { slope in v.map { slope * $0 }.elements }))
  }(softmax(U * v) - Vector.oneHot(target, count: U.rows))
}

/// The loss of negative sampling, `-log sigmoid(u_o . v)` minus the sum over the negatives of `log sigmoid(-u_k . v)`.
///
/// A negative that is listed twice counts twice. The cost does not depend on the number of rows of `U`.
func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  -(logSigmoid(dot(U[row: target], v)) + negatives.map { logSigmoid(-dot(U[row: $0], v)) }.reduce(0, +))
}

/// The gradients of ``samplingLoss(_:_:_:_:)`` with respect to the centre vector and to the rows that it touches.
///
/// Only the rows of the target and of the negatives appear; repeated words add up. The order does not matter, and a row
/// may be listed more than once: its entries are added. The cost does not depend on the number of rows of `U`.
func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  let slopes =
    [(row: target, dz: sigmoid(dot(U[row: target], v)) - 1)]
    + negatives.map { (row: $0, dz: sigmoid(dot(U[row: $0], v))) }
  return SamplingGradients(
    dv: slopes.map { $0.dz * U[row: $0.row] }.reduce(Vector.zeros(v.count), +),
    dU: Dictionary(grouping: slopes, by: \.row).map { row, shares in
      RowGradient(row: row, gradient: shares.map { $0.dz * v }.reduce(Vector.zeros(v.count), +))
    })
}
