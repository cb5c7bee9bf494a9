// Every product is a loop over indices; repeated words are found by a search of one's own.

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

private func score(_ v: Vector, _ U: Matrix, _ w: Int) -> Double {
  var z = 0.0
  for d in 0..<v.count { z += U[w, d] * v[d] }
  return z
}

/// The loss of the full softmax, `-log softmax(U v)[target]`.
///
/// Finite for scores of any size.
func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  var largest = -Double.infinity
  var z = Vector.zeros(U.rows)
  for w in 0..<U.rows {
    for d in 0..<v.count { z[w] += U[w, d] * v[d] }
    if z[w] > largest { largest = z[w] }
  }
  var total = 0.0
  for w in 0..<U.rows { total += exp(z[w] - largest) }
  return largest - z[target] + log(total)
}

/// The gradients of ``softmaxLoss(_:_:_:)`` with respect to the centre vector and to every row of the table.
func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  var z = Vector.zeros(U.rows)
  for w in 0..<U.rows {
    for d in 0..<v.count { z[w] += U[w, d] * v[d] }
  }
  let yHat = softmax(z)
  var dv = Vector.zeros(v.count)
  var dU = Matrix.zeros(U.rows, U.columns)
  for w in 0..<U.rows {
    let dz = w == target ? yHat[w] - 1 : yHat[w]
    for d in 0..<v.count {
      dv[d] += dz * U[w, d]
      dU[w, d] = dz * v[d]
    }
  }
  return SoftmaxGradients(dv: dv, dU: dU)
}

/// The loss of negative sampling, `-log sigmoid(u_o . v)` minus the sum over the negatives of `log sigmoid(-u_k . v)`.
///
/// A negative that is listed twice counts twice. The cost does not depend on the number of rows of `U`.
func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  var loss = 0.0
  for index in 0..<negatives.count { loss -= logSigmoid(-score(v, U, negatives[index])) }
  loss -= logSigmoid(score(v, U, target))
  return loss
}

/// The gradients of ``samplingLoss(_:_:_:_:)`` with respect to the centre vector and to the rows that it touches.
///
/// Only the rows of the target and of the negatives appear; repeated words add up. The order does not matter, and a row
/// may be listed more than once: its entries are added. The cost does not depend on the number of rows of `U`.
func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  var words = [target]
  for k in negatives { words.append(k) }
  var result = SamplingGradients(dv: Vector.zeros(v.count), dU: [])
  for index in 0..<words.count {
    let w = words[index]
    let dz = index == 0 ? -sigmoid(-score(v, U, w)) : sigmoid(score(v, U, w))
    var position = 0
    while position < result.dU.count && result.dU[position].row != w { position += 1 }
    if position == result.dU.count {
      result.dU.append(RowGradient(row: w, gradient: Vector.zeros(v.count)))
    }
    for d in 0..<v.count {
      result.dv[d] += dz * U[w, d]
      result.dU[position].gradient[d] += dz * v[d]
    }
  }
  return result
}
