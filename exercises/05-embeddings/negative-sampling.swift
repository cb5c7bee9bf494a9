// Negative sampling for skip-gram: is a pair from the text, or made up?
//
// Write the loss of a pair and of many, gradients that list the rows they touch, and a step of training. Take out each
// `todo` as you replace it. Check with: gradus check negative-sampling
//
// Words count from 0. Both tables have a row per word: W holds the centre vectors v, U the outside vectors u.

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
  todo("z, the outside word first")
}

/// The loss -log sigmoid(z_0) minus the sum of log sigmoid(-z_k) over the negatives, finite for scores of any size.
func sampledLoss(_ z: Vector) -> Double {
  todo("L")
}

/// The gradient dz of the loss: prediction minus label, with the label 1 for the first entry and 0 for the others.
func sampledScoreGradient(_ z: Vector) -> Vector {
  todo("dz")
}

/// The gradient dv of the centre's vector, to which the outside word and all negatives contribute.
func sampledCentreGradient(_ dz: Vector, _ pair: SampledPair, _ U: Matrix) -> Vector {
  todo("dv")
}

/// The rows of U that a pair touches, with their gradients: each row once, in any order.
func sampledRowGradients(_ dz: Vector, _ pair: SampledPair, _ v: Vector) -> [TouchedRow] {
  todo("the touched rows of dU")
}

/// The loss of many pairs: their sum.
func batchSampledLoss(_ pairs: [SampledPair], _ p: SampledTables) -> Double {
  todo("the sum of the losses")
}

/// The gradients of ``batchSampledLoss(_:_:)``: of each table the rows that some pair touches, each once, in any order.
func batchSampledGradients(_ pairs: [SampledPair], _ p: SampledTables) -> SampledGradients {
  todo("the touched rows of both tables")
}

/// A table after a step against the gradient: the listed rows move by `rate` times theirs, all others stay as they are.
func movedTable(_ table: Matrix, _ rows: [TouchedRow], _ rate: Double) -> Matrix {
  todo("the table after a step")
}

/// Both tables after a step for one pair; both gradients are those at the tables before it.
func sampledStep(_ pair: SampledPair, _ p: SampledTables, _ rate: Double) -> SampledTables {
  todo("both tables after a step")
}
