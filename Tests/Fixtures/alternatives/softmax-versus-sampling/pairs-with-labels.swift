// Foundation is imported; a private type stands for one yes-or-no question, structures have methods, labels are new.

import Foundation
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
  var row: Int
  var gradient: Vector

  var isZero: Bool { gradient.allSatisfy { $0 == 0 } }
}

/// The gradients of the negative-sampling loss of one pair of words.
struct SamplingGradients {
  var dv: Vector
  var dU: [RowGradient] = []

  mutating func add(_ gradient: Vector, to row: Int) {
    for index in dU.indices where dU[index].row == row {
      dU[index].gradient += gradient
      return
    }
    dU.append(RowGradient(row: row, gradient: gradient))
  }
}

/// The question whether a pair is real, with the right answer.
private struct Question {
  let row: Int
  let isReal: Bool

  static func all(_ target: Int, _ negatives: [Int]) -> [Question] {
    [Question(row: target, isReal: true)] + negatives.map { Question(row: $0, isReal: false) }
  }

  var sign: Double { isReal ? 1 : -1 }

  func loss(_ v: Vector, _ U: Matrix) -> Double { -logSigmoid(sign * dot(U[row: row], v)) }

  func slope(_ v: Vector, _ U: Matrix) -> Double { -sign * sigmoid(-sign * dot(U[row: row], v)) }
}

extension Sequence where Element == Double {
  fileprivate func total() -> Double { reduce(0) { $1 + $0 } }
}

/// The loss of the full softmax, `-log softmax(U v)[target]`.
///
/// Finite for scores of any size.
func softmaxLoss(centre: Vector, contexts: Matrix, target: Int) -> Double {
  (logSoftmax(contexts * centre) .* Vector.oneHot(target, count: contexts.rows)).map { -$0 }.total()
}

/// The gradients of ``softmaxLoss(_:_:_:)`` with respect to the centre vector and to every row of the table.
func softmaxGradients(centre: Vector, contexts: Matrix, target: Int) -> SoftmaxGradients {
  let dz = Vector.oneHot(target, count: contexts.rows) - softmax(contexts * centre)
  return SoftmaxGradients(dv: -(contexts.transposed * dz), dU: -outer(dz, centre))
}

/// The loss of negative sampling, `-log sigmoid(u_o . v)` minus the sum over the negatives of `log sigmoid(-u_k . v)`.
///
/// A negative that is listed twice counts twice. The cost does not depend on the number of rows of `U`.
func samplingLoss(centre: Vector, contexts: Matrix, target: Int, negatives: [Int]) -> Double {
  Question.all(target, negatives).map { $0.loss(centre, contexts) }.total()
}

/// The gradients of ``samplingLoss(_:_:_:_:)`` with respect to the centre vector and to the rows that it touches.
///
/// Only the rows of the target and of the negatives appear; repeated words add up. The order does not matter, and a row
/// may be listed more than once: its entries are added. The cost does not depend on the number of rows of `U`.
func samplingGradients(centre: Vector, contexts: Matrix, target: Int, negatives: [Int]) -> SamplingGradients {
  var gradients = SamplingGradients(dv: .zeros(centre.count))
  for question in Question.all(target, negatives) {
    let dz = question.slope(centre, contexts)
    gradients.dv += dz * contexts[row: question.row]
    gradients.add(dz * centre, to: question.row)
  }
  return gradients
}
