// Sampling copies the few rows it needs into a small table and works on that with products of matrices.

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

/// The rows of `U` that are asked for.
private func gathered(_ rows: [Int], from U: Matrix) -> Matrix {
  Matrix(rows.map { U[row: $0].elements })
}

/// The sum of a range of terms by halves.
private func pairwise(_ terms: ArraySlice<Double>) -> Double {
  if terms.count <= 2 { return terms.reduce(0, +) }
  let middle = (terms.startIndex + terms.endIndex) / 2
  return pairwise(terms[..<middle]) + pairwise(terms[middle...])
}

/// The loss of the full softmax, `-log softmax(U v)[target]`.
///
/// Finite for scores of any size.
func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  let z = U * v
  let largest = z.max() ?? 0
  let total = pairwise(z.map { exp($0 - largest) }.elements[...])
  return log(total) - (z[target] - largest)
}

/// The gradients of ``softmaxLoss(_:_:_:)`` with respect to the centre vector and to every row of the table.
func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  let z = Matrix(rows: 1, columns: v.count, elements: v.elements) * U.transposed
  var dz = Matrix(rows: 1, columns: U.rows, elements: softmax(z[row: 0]).elements)
  dz[0, target] -= 1
  let centre = Matrix(rows: 1, columns: v.count, elements: v.elements)
  return SoftmaxGradients(dv: (dz * U)[row: 0], dU: dz.transposed * centre)
}

/// The loss of negative sampling, `-log sigmoid(u_o . v)` minus the sum over the negatives of `log sigmoid(-u_k . v)`.
///
/// A negative that is listed twice counts twice. The cost does not depend on the number of rows of `U`.
func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  var z = gathered([target] + negatives, from: U) * v
  z[0] = -z[0]
  return pairwise(z.map { -logSigmoid(-$0) }.elements[...])
}

/// The gradients of ``samplingLoss(_:_:_:_:)`` with respect to the centre vector and to the rows that it touches.
///
/// Only the rows of the target and of the negatives appear; repeated words add up. The order does not matter, and a row
/// may be listed more than once: its entries are added. The cost does not depend on the number of rows of `U`.
func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  let words = [target] + negatives
  let table = gathered(words, from: U)
  let labels = Vector.oneHot(0, count: words.count)
  let dz = sigmoid(table * v) - labels
  let distinct = Set(words)
  return SamplingGradients(
    dv: table.transposed * dz,
    dU: distinct.map { word in
      let slope = zip(words, dz).filter { $0.0 == word }.map(\.1).reduce(0, +)
      return RowGradient(row: word, gradient: slope * v)
    })
}
