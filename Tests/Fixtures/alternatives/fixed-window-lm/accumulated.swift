// A forward pass that keeps everything, and gradients accumulated into zeros.

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

/// What the forward pass leaves behind.
private struct Run {
  var e: Vector
  var h: Vector
  var z: Vector
}

private func forward(_ words: [Int], _ p: FixedWindowParameters) -> Run {
  let e = windowEmbedding(words, p.E)
  let h = windowHidden(e, p.We, p.b1)
  return Run(e: e, h: h, z: windowScores(h, p.U, p.b2))
}

func fixedWindowSize(_ n: Int, _ D: Int, _ H: Int, _ V: Int) -> Int {
  let blocks = [(D, V), (H, n * D), (H, 1), (V, H), (V, 1)]
  return blocks.map { $0.0 * $0.1 }.reduce(0, +)
}

func windowEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  guard let first = words.first else { return Vector([]) }
  return concatenate(E[column: first], windowEmbedding(Array(words.dropFirst()), E))
}

func windowHidden(_ e: Vector, _ We: Matrix, _ b1: Vector) -> Vector {
  tanh(b1 + We * e)
}

func windowScores(_ h: Vector, _ U: Matrix, _ b2: Vector) -> Vector {
  Vector(zip((U * h).elements, b2.elements).map { $0 + $1 })
}

func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let z = forward(words, p).z
  return -(z - Vector(repeating: logSumExp(z), count: z.count))[target]
}

func windowHiddenGradient(_ dz: Vector, _ h: Vector, _ U: Matrix) -> Vector {
  var diagonal = Matrix.identity(h.count)
  for i in 0..<h.count { diagonal[i, i] = 1 - h[i] * h[i] }
  return (U * diagonal).transposed * dz
}

func windowInputGradient(_ da: Vector, _ We: Matrix) -> Vector {
  (Matrix(rows: 1, columns: da.count, elements: da.elements) * We)[row: 0]
}

func windowEmbeddingGradient(_ words: [Int], _ de: Vector, _ V: Int) -> Matrix {
  let D = de.count / words.count
  func share(_ position: Int) -> Matrix {
    guard position < words.count else { return Matrix.zeros(D, V) }
    var rest = share(position + 1)
    for d in 0..<D { rest[d, words[position]] += de[position * D + d] }
    return rest
  }
  return share(0)
}

func fixedWindowGradients(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> FixedWindowGradients {
  let run = forward(words, p)
  var g = FixedWindowGradients(
    dE: 0 * p.E, dWe: 0 * p.We, db1: 0 * p.b1, dU: 0 * p.U, db2: -1 * Vector.oneHot(target, count: p.b2.count))
  g.db2 += softmax(run.z)
  g.dU += outer(g.db2, run.h)
  g.db1 += windowHiddenGradient(g.db2, run.h, p.U)
  g.dWe += outer(g.db1, run.e)
  g.dE += windowEmbeddingGradient(words, windowInputGradient(g.db1, p.We), p.E.columns)
  return g
}
