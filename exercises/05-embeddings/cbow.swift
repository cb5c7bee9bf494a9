// CBOW: a word is predicted from the words around it.
//
// Write the windows, three ways to make one vector of a context, the loss, and the backward pass line by line. Take out
// each `todo` as you replace it. Check with: gradus check cbow
//
// Words count from 0. Both tables have a row per word: W for words as context, U for words as targets.

import LinearAlgebra

// Given: the two tables and their gradients, for V words and vectors of length D.

/// The two tables; a word has a row in each.
struct CBOWTables {
  var W: Matrix  // V x D: the words as context
  var U: Matrix  // V x D: the words as targets
}

/// The gradient of the loss with respect to each table.
struct CBOWGradients {
  var dW: Matrix
  var dU: Matrix
}

/// The words around position `t` of a text: up to `m` before it and up to `m` behind it, in the order of the text.
func cbowContext(_ text: [Int], _ t: Int, _ m: Int) -> [Int] {
  todo("the words around position t")
}

/// The sum of the context words' rows of `W`.
func cbowSum(_ context: [Int], _ W: Matrix) -> Vector {
  todo("the sum")
}

/// The mean of the context words' rows of `W`.
func cbowMean(_ context: [Int], _ W: Matrix) -> Vector {
  todo("the mean")
}

/// The context words' rows of `W` one below the other: the first word on top, C D entries.
func cbowConcatenation(_ context: [Int], _ W: Matrix) -> Vector {
  todo("one below the other")
}

/// The scores z = U h of all words.
func cbowScores(_ h: Vector, _ U: Matrix) -> Vector {
  todo("z")
}

/// The loss L = -log yHat[target] of one word and the mean of its context, finite for scores of any size.
func cbowLoss(_ context: [Int], _ target: Int, _ p: CBOWTables) -> Double {
  todo("L")
}

/// The sum of ``cbowLoss(_:_:_:)`` over all positions of a text of at least two words, with windows of `m` to each side.
func cbowTextLoss(_ text: [Int], _ m: Int, _ p: CBOWTables) -> Double {
  todo("the sum of L over the text")
}

/// The gradient dz with respect to the scores.
func cbowScoreGradient(_ z: Vector, _ target: Int) -> Vector {
  todo("dz")
}

/// The gradient dU of the table of targets.
func cbowTargetGradient(_ dz: Vector, _ h: Vector) -> Matrix {
  todo("dU")
}

/// The gradient dh with respect to the context's vector.
func cbowContextGradient(_ dz: Vector, _ U: Matrix) -> Vector {
  todo("dh")
}

/// The gradient dW, V x D, where `h` is the sum: the share of every context word, repeated words added up.
func cbowSumGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  todo("dW for the sum")
}

/// The gradient dW, V x D, where `h` is the mean.
func cbowMeanGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  todo("dW for the mean")
}

/// The gradient dW, V x D, where `h` is the concatenation, so that `dh` has C D entries.
func cbowConcatenationGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  todo("dW for the concatenation")
}

/// Both gradients of ``cbowLoss(_:_:_:)``: forward, then backward.
func cbowGradients(_ context: [Int], _ target: Int, _ p: CBOWTables) -> CBOWGradients {
  todo("both gradients")
}
