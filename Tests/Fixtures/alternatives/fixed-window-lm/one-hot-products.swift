// Embeddings by products with one-hot vectors, as the lecture defines them; functional throughout.

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
  [D * V, H * (n * D + 1), (H + 1) * V].reduce(0, +)
}

func windowEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  words.map { E * Vector.oneHot($0, count: E.columns) }.reduce(Vector([])) { concatenate($0, $1) }
}

func windowHidden(_ e: Vector, _ We: Matrix, _ b1: Vector) -> Vector {
  (We * e + b1).map { 2 * sigmoid(2 * $0) - 1 }
}

func windowScores(_ h: Vector, _ U: Matrix, _ b2: Vector) -> Vector {
  b2 + U * h
}

func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let z = windowScores(windowHidden(windowEmbedding(words, p.E), p.We, p.b1), p.U, p.b2)
  return logSumExp(z) - dot(z, Vector.oneHot(target, count: z.count))
}

func windowHiddenGradient(_ dz: Vector, _ h: Vector, _ U: Matrix) -> Vector {
  let dh = U.transposed * dz
  return dh - dh .* h .* h
}

func windowInputGradient(_ da: Vector, _ We: Matrix) -> Vector {
  (0..<We.rows).reduce(Vector.zeros(We.columns)) { $0 + da[$1] * We[row: $1] }
}

func windowEmbeddingGradient(_ words: [Int], _ de: Vector, _ V: Int) -> Matrix {
  let D = de.count / words.count
  return words.indices.reduce(Matrix.zeros(D, V)) { sum, position in
    let part = Vector(de.elements[(position * D)..<((position + 1) * D)])
    return sum + outer(part, Vector.oneHot(words[position], count: V))
  }
}

func fixedWindowGradients(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> FixedWindowGradients {
  let e = windowEmbedding(words, p.E)
  let h = windowHidden(e, p.We, p.b1)
  let dz = softmax(windowScores(h, p.U, p.b2)) - Vector.oneHot(target, count: p.b2.count)
  let da = windowHiddenGradient(dz, h, p.U)
  return FixedWindowGradients(
    dE: windowEmbeddingGradient(words, windowInputGradient(da, p.We), p.E.columns),
    dWe: outer(e, da).transposed, db1: da, dU: outer(h, dz).transposed, db2: dz)
}
