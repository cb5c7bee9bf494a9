// Unstable: log(1 + exp(-z)) as it stands, whose exponential overflows.

import LinearAlgebra

// Given: a pair with its negatives, the two tables, and gradients that list rows.

/// A pair from the text and the negatives drawn for it, which may repeat but never hold the outside word.
struct SampledPair {
  var centre: Int
  var outside: Int
  var negatives: [Int]
}

/// The two tables; a word has a row in each.
struct SampledTables {
  var W: Matrix  // V x D: the centre vectors v
  var U: Matrix  // V x D: the outside vectors u
}

/// The gradient of one row of a table; all rows that are not listed have gradient zero.
struct TouchedRow {
  var row: Int
  var gradient: Vector
}

/// The gradients of both tables.
struct SampledGradients {
  var dW: [TouchedRow]
  var dU: [TouchedRow]
}

/// The scores of the outside word, first, and of the negatives in their order.
func sampledScores(_ pair: SampledPair, _ p: SampledTables) -> Vector {
  let v = p.W[row: pair.centre]
  let words = [pair.outside] + pair.negatives
  return Vector(words.map { dot(p.U[row: $0], v) })
}

/// The loss -log sigmoid(z_0) minus the sum of log sigmoid(-z_k) over the negatives, finite for scores of any size.
func sampledLoss(_ z: Vector) -> Double {
  var loss = log(1 + exp(-z[0]))
  for score in z.dropFirst() {
    loss += log(1 + exp(score))
  }
  return loss
}

/// The gradient dz of the loss: prediction minus label, with the label 1 for the first entry and 0 for the others.
func sampledScoreGradient(_ z: Vector) -> Vector {
  let label = Vector.oneHot(0, count: z.count)
  return sigmoid(z) - label
}

/// The gradient dv of the centre's vector, to which the outside word and all negatives contribute.
func sampledCentreGradient(_ dz: Vector, _ pair: SampledPair, _ U: Matrix) -> Vector {
  var dv = dz[0] * U[row: pair.outside]
  for (k, word) in pair.negatives.enumerated() {
    dv += dz[k + 1] * U[row: word]
  }
  return dv
}

/// The rows of U that a pair touches, with their gradients: each row once, in any order.
func sampledRowGradients(_ dz: Vector, _ pair: SampledPair, _ v: Vector) -> [TouchedRow] {
  let words = [pair.outside] + pair.negatives
  return addedUp(zip(words, dz).map { TouchedRow(row: $0, gradient: $1 * v) })
}

/// The loss of many pairs: their sum.
func batchSampledLoss(_ pairs: [SampledPair], _ p: SampledTables) -> Double {
  var loss = 0.0
  for pair in pairs {
    loss += sampledLoss(sampledScores(pair, p))
  }
  return loss
}

/// The gradients of ``batchSampledLoss(_:_:)``: of each table the rows that some pair touches, each once, in any order.
func batchSampledGradients(_ pairs: [SampledPair], _ p: SampledTables) -> SampledGradients {
  var gradients = SampledGradients(dW: [], dU: [])
  for pair in pairs {
    let dz = sampledScoreGradient(sampledScores(pair, p))
    let dv = sampledCentreGradient(dz, pair, p.U)
    gradients.dW.append(TouchedRow(row: pair.centre, gradient: dv))
    gradients.dU += sampledRowGradients(dz, pair, p.W[row: pair.centre])
  }
  return SampledGradients(dW: addedUp(gradients.dW), dU: addedUp(gradients.dU))
}

/// A table after a step against the gradient: the listed rows move by `rate` times theirs, all others stay as they are.
func movedTable(_ table: Matrix, _ rows: [TouchedRow], _ rate: Double) -> Matrix {
  var moved = table
  for touched in rows {
    moved[row: touched.row] -= rate * touched.gradient
  }
  return moved
}

/// Both tables after a step for one pair; both gradients are those at the tables before it.
func sampledStep(_ pair: SampledPair, _ p: SampledTables, _ rate: Double) -> SampledTables {
  let gradients = batchSampledGradients([pair], p)
  let W = movedTable(p.W, gradients.dW, rate)
  let U = movedTable(p.U, gradients.dU, rate)
  return SampledTables(W: W, U: U)
}

/// The same rows, those that are listed several times added up.
private func addedUp(_ rows: [TouchedRow]) -> [TouchedRow] {
  var sums: [Int: Vector] = [:]
  for touched in rows {
    sums[touched.row] = (sums[touched.row] ?? 0 * touched.gradient) + touched.gradient
  }
  return sums.map { TouchedRow(row: $0, gradient: $1) }
}
