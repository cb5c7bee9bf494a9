// A neural language model that looks at a fixed window of n words, and its backward pass.
//
// E holds the embeddings, a column for each word; words are indices, counted from 0. Take out each `todo` as you
// replace it. Check with: gradus check fixed-window-lm

import LinearAlgebra

// Given: the parameters and their gradients, for windows of n words, embeddings of length D, H hidden units and V words.

/// The parameters.
struct FixedWindowParameters {
  var E: Matrix  // D x V
  var We: Matrix  // H x nD
  var b1: Vector  // H
  var U: Matrix  // V x H
  var b2: Vector  // V
}

/// The gradient of the loss with respect to each parameter, of its parameter's shape.
struct FixedWindowGradients {
  var dE: Matrix
  var dWe: Matrix
  var db1: Vector
  var dU: Matrix
  var db2: Vector
}

/// How many numbers a model has that are learnt: windows of `n` words, embeddings of length `D`, `H` units, `V` words.
func fixedWindowSize(_ n: Int, _ D: Int, _ H: Int, _ V: Int) -> Int {
  todo("how many numbers")
}

/// The embeddings of the words, the columns of `E`, one below the other: the first word on top.
func windowEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  todo("e")
}

/// The hidden layer h = tanh(We e + b1).
func windowHidden(_ e: Vector, _ We: Matrix, _ b1: Vector) -> Vector {
  todo("h")
}

/// The scores z = U h + b2 of all words.
func windowScores(_ h: Vector, _ U: Matrix, _ b2: Vector) -> Vector {
  todo("z")
}

/// The loss L = -log yHat[target] after a window of words, finite for scores of any size.
func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  todo("L")
}

/// The gradient da with respect to the pre-activation, from dz and the hidden layer h = tanh(a).
func windowHiddenGradient(_ dz: Vector, _ h: Vector, _ U: Matrix) -> Vector {
  todo("da")
}

/// The gradient de with respect to the window's embeddings, n of length D one below the other.
func windowInputGradient(_ da: Vector, _ We: Matrix) -> Vector {
  todo("de")
}

/// The gradient dE, D x V: each word's column gets its part of `de`; a word that stands twice gets the sum of both.
func windowEmbeddingGradient(_ words: [Int], _ de: Vector, _ V: Int) -> Matrix {
  todo("dE")
}

/// All gradients of ``fixedWindowLoss(_:_:_:)``: forward, then backward.
func fixedWindowGradients(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> FixedWindowGradients {
  todo("all gradients")
}
