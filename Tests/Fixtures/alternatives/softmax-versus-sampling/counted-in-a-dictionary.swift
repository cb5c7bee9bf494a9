// Negatives are counted first, so that each distinct word is worked out once; rows come in the order of their indices.

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

private func counted(_ words: [Int]) -> [Int: Double] {
  words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

/// The loss of the full softmax, `-log softmax(U v)[target]`.
///
/// Finite for scores of any size.
func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  // log(1 + the sum over all other words of exp(z_w - z_o)), with the 1 as exp(0).
  let z = U * v
  return logSumExp(z.map { $0 - z[target] })
}

/// The gradients of ``softmaxLoss(_:_:_:)`` with respect to the centre vector and to every row of the table.
func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  let yHat = softmax(U * v)
  let expected = U.transposed * yHat
  var dU = outer(yHat, v)
  dU[row: target] -= v
  return SoftmaxGradients(dv: expected - U[row: target], dU: dU)
}

/// The loss of negative sampling, `-log sigmoid(u_o . v)` minus the sum over the negatives of `log sigmoid(-u_k . v)`.
///
/// A negative that is listed twice counts twice. The cost does not depend on the number of rows of `U`.
func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  // -log sigmoid(z) is log(1 + exp(-z)).
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
  let loss = counted(negatives).sorted { $0.key < $1.key }
    .map { word, count in count * softplus(dot(U[row: word], v)) }
    .reduce(0, +)
  return softplus(-dot(U[row: target], v)) + loss
}

/// The gradients of ``samplingLoss(_:_:_:_:)`` with respect to the centre vector and to the rows that it touches.
///
/// Only the rows of the target and of the negatives appear; repeated words add up. The order does not matter, and a row
/// may be listed more than once: its entries are added. The cost does not depend on the number of rows of `U`.
func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  var dz = counted(negatives)
  for (word, count) in dz { dz[word] = count * sigmoid(dot(U[row: word], v)) }
  dz[target] = -sigmoid(-dot(U[row: target], v))
  let shares = dz.sorted { $0.key < $1.key }
  return SamplingGradients(
    dv: shares.map { $0.value * U[row: $0.key] }.reduce(.zeros(v.count), +),
    dU: shares.map { RowGradient(row: $0.key, gradient: $0.value * v) })
}
