// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct FixedWindowParameters {
  var E: Matrix
  var We: Matrix
  var b1: Vector
  var U: Matrix
  var b2: Vector
}

struct FixedWindowGradients {
  var dE: Matrix
  var dWe: Matrix
  var db1: Vector
  var dU: Matrix
  var db2: Vector
}

func fixedWindowSize(_ n: Int, _ D: Int, _ H: Int, _ V: Int) -> Int {
  var total = V * D
  total += H * n * D
  total += H
  total += V * H
  total += V
  return total
}

func windowEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  words.reduce(Vector.zeros(0)) { above, word in concatenate(above, E * Vector.oneHot(word, count: E.columns)) }
}

func windowHidden(_ e: Vector, _ We: Matrix, _ b1: Vector) -> Vector {
  tanh(b1 + We * e)
}

func windowScores(_ h: Vector, _ U: Matrix, _ b2: Vector) -> Vector {
  b2 + U * h
}

func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let h = windowHidden(windowEmbedding(words, p.E), p.We, p.b1)
  let z = windowScores(h, p.U, p.b2)
  var largest = z[0]
  for score in z where score > largest { largest = score }
  var sum = 0.0
  for score in z { sum += exp(score - largest) }
  return log(sum) + largest - z[target]
}

func windowHiddenGradient(_ dz: Vector, _ h: Vector, _ U: Matrix) -> Vector {
  let back = U.transposed * dz
  let slope = h.map { 1 - $0 * $0 }
  return slope .* back
}

func windowInputGradient(_ da: Vector, _ We: Matrix) -> Vector {
  We.transposed * da
}

func windowEmbeddingGradient(_ words: [Int], _ de: Vector, _ V: Int) -> Matrix {
  let D = de.count / words.count
  var dE = Matrix.zeros(D, V)
  for (i, word) in words.enumerated() {
    let part = Vector(de.elements[(i * D)..<((i + 1) * D)])
    dE += outer(part, Vector.oneHot(word, count: V))
  }
  return dE
}

func fixedWindowGradients(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> FixedWindowGradients {
  let pass = Pass(words, p)
  let dz = softmax(pass.z) - Vector.oneHot(target, count: p.b2.count)
  let dh = p.U.transposed * dz
  let da = dh .* (1 - pass.h .* pass.h)
  let de = p.We.transposed * da
  let dE = windowEmbeddingGradient(words, de, p.b2.count)
  return FixedWindowGradients(dE: dE, dWe: outer(da, pass.e), db1: da, dU: outer(dz, pass.h), db2: dz)
}

private struct Pass {
  var e: Vector
  var h: Vector
  var z: Vector

  init(_ words: [Int], _ p: FixedWindowParameters) {
    e = Vector(words.flatMap { p.E[column: $0].elements })
    h = tanh(p.We * e + p.b1)
    z = p.U * h + p.b2
  }
}
