// One pass over the scores keeps the largest so far and the sum that belongs to it; negatives are taken by recursion.

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

/// The logarithm of the sum of exponentials of all scores, in one pass.
private func normalizer(_ v: Vector, _ U: Matrix) -> Double {
  var largest = -Double.infinity
  var total = 0.0
  for w in (0..<U.rows).reversed() {
    let z = dot(U[row: w], v)
    if z > largest {
      total = total * exp(largest - z) + 1
      largest = z
    } else {
      total += exp(z - largest)
    }
  }
  return largest + log(total)
}

/// The loss of the full softmax, `-log softmax(U v)[target]`.
///
/// Finite for scores of any size.
func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  normalizer(v, U) - dot(U[row: target], v)
}

/// The gradients of ``softmaxLoss(_:_:_:)`` with respect to the centre vector and to every row of the table.
func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  let all = normalizer(v, U)
  var dv = -U[row: target]
  var dU = Matrix.zeros(U.rows, U.columns)
  dU[row: target] = -v
  for w in 0..<U.rows {
    let yHat = exp(dot(U[row: w], v) - all)
    dv += yHat * U[row: w]
    dU[row: w] += yHat * v
  }
  return SoftmaxGradients(dv: dv, dU: dU)
}

/// The loss of negative sampling, `-log sigmoid(u_o . v)` minus the sum over the negatives of `log sigmoid(-u_k . v)`.
///
/// A negative that is listed twice counts twice. The cost does not depend on the number of rows of `U`.
func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  guard let last = negatives.last else { return -logSigmoid(dot(U[row: target], v)) }
  let rest = samplingLoss(v, U, target, Array(negatives.dropLast()))
  return rest - logSigmoid(dot(-U[row: last], v))
}

/// The gradients of ``samplingLoss(_:_:_:_:)`` with respect to the centre vector and to the rows that it touches.
///
/// Only the rows of the target and of the negatives appear; repeated words add up. The order does not matter, and a row
/// may be listed more than once: its entries are added. The cost does not depend on the number of rows of `U`.
func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  guard let last = negatives.last else {
    let miss = 1 - sigmoid(dot(U[row: target], v))
    return SamplingGradients(
      dv: -miss * U[row: target], dU: [RowGradient(row: target, gradient: -miss * v)])
  }
  var rest = samplingGradients(v, U, target, Array(negatives.dropLast()))
  let hit = sigmoid(dot(U[row: last], v))
  rest.dv += hit * U[row: last]
  if let known = rest.dU.lastIndex(where: { $0.row == last }) {
    rest.dU[known].gradient += hit * v
  } else {
    rest.dU.insert(RowGradient(row: last, gradient: hit * v), at: 0)
  }
  return rest
}
