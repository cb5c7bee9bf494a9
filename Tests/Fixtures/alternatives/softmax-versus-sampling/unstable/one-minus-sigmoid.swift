// Unstable: a negative's probability is 1 minus a sigmoid close to 1, which cancels, and for large scores is 0.

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
  let z = U * v
  return -logSoftmax(z)[target]
}

/// The gradients of ``softmaxLoss(_:_:_:)`` with respect to the centre vector and to every row of the table.
func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  let z = U * v
  let yHat = softmax(z)
  let y = Vector.oneHot(target, count: U.rows)
  let dz = yHat - y
  let dv = U.transposed * dz
  let dU = outer(dz, v)
  return SoftmaxGradients(dv: dv, dU: dU)
}

/// The loss of negative sampling, `-log sigmoid(u_o . v)` minus the sum over the negatives of `log sigmoid(-u_k . v)`.
///
/// A negative that is listed twice counts twice. The cost does not depend on the number of rows of `U`.
func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  var loss = -logSigmoid(dot(U[row: target], v))
  for k in negatives { loss -= log(1 - sigmoid(dot(U[row: k], v))) }
  return loss
}

/// The gradients of ``samplingLoss(_:_:_:_:)`` with respect to the centre vector and to the rows that it touches.
///
/// Only the rows of the target and of the negatives appear; repeated words add up. The order does not matter, and a row
/// may be listed more than once: its entries are added. The cost does not depend on the number of rows of `U`.
func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  let u = U[row: target]
  let dz = sigmoid(dot(u, v)) - 1
  var dv = dz * u
  var dU = [RowGradient(row: target, gradient: dz * v)]
  for k in negatives {
    let u = U[row: k]
    let dz = sigmoid(dot(u, v))
    dv += dz * u
    if let known = dU.firstIndex(where: { $0.row == k }) {
      dU[known].gradient += dz * v
    } else {
      dU.append(RowGradient(row: k, gradient: dz * v))
    }
  }
  return SamplingGradients(dv: dv, dU: dU)
}
