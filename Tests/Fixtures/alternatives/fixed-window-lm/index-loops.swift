// Index by index, and 1 - h^2 as a product.

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

func fixedWindowSize(_ n: Int, _ D: Int, _ H: Int, _ V: Int) -> Int {
  n * H * D + H + V * (D + H + 1)
}

func windowEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  let D = E.rows
  var e = Vector.zeros(words.count * D)
  for i in 0..<words.count {
    for d in 0..<D { e[i * D + d] = E[d, words[i]] }
  }
  return e
}

func windowHidden(_ e: Vector, _ We: Matrix, _ b1: Vector) -> Vector {
  var h = b1
  for i in 0..<We.rows {
    for j in 0..<We.columns { h[i] += We[i, j] * e[j] }
    h[i] = tanh(h[i])
  }
  return h
}

func windowScores(_ h: Vector, _ U: Matrix, _ b2: Vector) -> Vector {
  var z = b2
  for k in 0..<U.rows {
    for i in stride(from: U.columns - 1, through: 0, by: -1) { z[k] += U[k, i] * h[i] }
  }
  return z
}

func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let z = windowScores(windowHidden(windowEmbedding(words, p.E), p.We, p.b1), p.U, p.b2)
  var largest = z[0]
  for score in z where score > largest { largest = score }
  var sum = 0.0
  for score in z { sum += exp(score - largest) }
  return largest - z[target] + log(sum)
}

func windowHiddenGradient(_ dz: Vector, _ h: Vector, _ U: Matrix) -> Vector {
  var da = Vector.zeros(h.count)
  for i in 0..<h.count {
    for k in 0..<dz.count { da[i] += U[k, i] * dz[k] }
    da[i] *= (1 - h[i]) * (1 + h[i])
  }
  return da
}

func windowInputGradient(_ da: Vector, _ We: Matrix) -> Vector {
  var de = Vector.zeros(We.columns)
  for j in 0..<We.columns {
    for i in 0..<We.rows { de[j] += We[i, j] * da[i] }
  }
  return de
}

func windowEmbeddingGradient(_ words: [Int], _ de: Vector, _ V: Int) -> Matrix {
  let D = de.count / words.count
  var dE = Matrix.zeros(D, V)
  for j in 0..<de.count { dE[j % D, words[j / D]] += de[j] }
  return dE
}

func fixedWindowGradients(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> FixedWindowGradients {
  let e = windowEmbedding(words, p.E)
  let h = windowHidden(e, p.We, p.b1)
  var dz = softmax(windowScores(h, p.U, p.b2))
  dz[target] -= 1
  let da = windowHiddenGradient(dz, h, p.U)
  let de = windowInputGradient(da, p.We)
  var (dWe, dU) = (Matrix.zeros(p.We.rows, p.We.columns), Matrix.zeros(p.U.rows, p.U.columns))
  for i in 0..<da.count {
    for j in 0..<e.count { dWe[i, j] = da[i] * e[j] }
  }
  for k in 0..<dz.count {
    for i in 0..<h.count { dU[k, i] = dz[k] * h[i] }
  }
  return FixedWindowGradients(
    dE: windowEmbeddingGradient(words, de, p.E.columns), dWe: dWe, db1: da, dU: dU, db2: dz)
}
