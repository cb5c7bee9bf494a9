// Less accurate: a small number keeps the logarithm finite, and shifts it by about 1e-8; it also caps the loss.

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
  let embeddings = D * V
  let hidden = H * n * D + H
  let output = V * H + V
  return embeddings + hidden + output
}

/// The embeddings of the words, the columns of `E`, one below the other: the first word on top.
func windowEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  var e = Vector([])
  for word in words {
    e = concatenate(e, E[column: word])
  }
  return e
}

/// The hidden layer h = tanh(We e + b1).
func windowHidden(_ e: Vector, _ We: Matrix, _ b1: Vector) -> Vector {
  let a = We * e + b1
  return tanh(a)
}

/// The scores z = U h + b2 of all words.
func windowScores(_ h: Vector, _ U: Matrix, _ b2: Vector) -> Vector {
  U * h + b2
}

/// The loss L = -log yHat[target] after a window of words, finite for scores of any size.
func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let e = windowEmbedding(words, p.E)
  let h = windowHidden(e, p.We, p.b1)
  let z = windowScores(h, p.U, p.b2)
  return -log(softmax(z)[target] + 1e-8)
}

/// The gradient da with respect to the pre-activation, from dz and the hidden layer h = tanh(a).
func windowHiddenGradient(_ dz: Vector, _ h: Vector, _ U: Matrix) -> Vector {
  let dh = U.transposed * dz
  return dh .* (1 - h .* h)
}

/// The gradient de with respect to the window's embeddings, n of length D one below the other.
func windowInputGradient(_ da: Vector, _ We: Matrix) -> Vector {
  We.transposed * da
}

/// The gradient dE, D x V: each word's column gets its part of `de`; a word that stands twice gets the sum of both.
func windowEmbeddingGradient(_ words: [Int], _ de: Vector, _ V: Int) -> Matrix {
  let D = de.count / words.count
  var dE = Matrix.zeros(D, V)
  for position in words.indices {
    for row in 0..<D {
      dE[row, words[position]] += de[position * D + row]
    }
  }
  return dE
}

/// All gradients of ``fixedWindowLoss(_:_:_:)``: forward, then backward.
func fixedWindowGradients(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> FixedWindowGradients {
  let e = windowEmbedding(words, p.E)
  let h = windowHidden(e, p.We, p.b1)
  let z = windowScores(h, p.U, p.b2)

  let dz = softmax(z) - Vector.oneHot(target, count: z.count)
  let da = windowHiddenGradient(dz, h, p.U)
  let de = windowInputGradient(da, p.We)

  return FixedWindowGradients(
    dE: windowEmbeddingGradient(words, de, p.E.columns),
    dWe: outer(da, e),
    db1: da,
    dU: outer(dz, h),
    db2: dz
  )
}
