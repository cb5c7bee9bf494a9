// Position by position, with Foundation's functions.

import Foundation
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
  let blocks = [(D, V), (H, n * D), (H, 1), (V, H), (V, 1)]
  return blocks.map { $0.0 * $0.1 }.reduce(0, +)
}

func windowEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  Vector(words.flatMap { E[column: $0].elements })
}

func windowHidden(_ e: Vector, _ We: Matrix, _ b1: Vector) -> Vector {
  let a = We * e + b1
  return Vector(a.elements.map { Foundation.tanh($0) })
}

func windowScores(_ h: Vector, _ U: Matrix, _ b2: Vector) -> Vector {
  Vector((0..<U.rows).map { dot(U[row: $0], h) + b2[$0] })
}

func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let h = windowHidden(windowEmbedding(words, p.E), p.We, p.b1)
  return -logSoftmax(windowScores(h, p.U, p.b2))[target]
}

func windowHiddenGradient(_ dz: Vector, _ h: Vector, _ U: Matrix) -> Vector {
  let slope = h.map { 1 - Foundation.pow($0, 2) }
  return slope .* (U.transposed * dz)
}

func windowInputGradient(_ da: Vector, _ We: Matrix) -> Vector {
  Vector((0..<We.columns).map { dot(We[column: $0], da) })
}

func windowEmbeddingGradient(_ words: [Int], _ de: Vector, _ V: Int) -> Matrix {
  let D = de.count / words.count
  var columns = Array(repeating: Vector.zeros(D), count: V)
  for (position, word) in words.enumerated() {
    columns[word] += Vector(de.elements.dropFirst(position * D).prefix(D))
  }
  return Matrix(columns.map(\.elements)).transposed
}

func fixedWindowGradients(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> FixedWindowGradients {
  // The hidden layer position by position, with a block of its weights for each.
  let D = p.E.rows
  let embeddings = words.map { p.E[column: $0] }
  let e = embeddings.reduce(Vector([])) { concatenate($0, $1) }
  let h = windowHidden(e, p.We, p.b1)
  let dz = softmax(windowScores(h, p.U, p.b2)) - Vector.oneHot(target, count: p.b2.count)
  let da = windowHiddenGradient(dz, h, p.U)
  var (dE, dWe) = (Matrix.zeros(D, p.E.columns), Matrix.zeros(p.We.rows, p.We.columns))
  for (position, word) in words.enumerated() {
    for d in 0..<D {
      let column = position * D + d
      dE[d, word] += dot(p.We[column: column], da)
      for i in 0..<da.count { dWe[i, column] = da[i] * embeddings[position][d] }
    }
  }
  return FixedWindowGradients(dE: dE, dWe: dWe, db1: da, dU: outer(dz, h), db2: dz)
}
