// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct SentimentParameters {
  var E: Matrix
  var W: Matrix
  var b: Vector
}

struct SentimentGradients {
  var dE: Matrix
  var dW: Matrix
  var db: Vector
}

func averagedEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  var a = Vector.zeros(E.columns)
  for k in 0..<E.columns {
    a[k] = words.reduce(0) { $0 + E[$1, k] } / Double(words.count)
  }
  return a
}

func sentimentScores(_ words: [Int], _ p: SentimentParameters) -> Vector {
  var z = p.b
  for word in words { z += p.W * p.E[row: word] / Double(words.count) }
  return z
}

func sentimentLoss(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> Double {
  let z = sentimentScores(words, p)
  let top = z.reduce(z[0]) { max($0, $1) }
  let sum = z.reduce(0) { $0 + exp($1 - top) }
  return log(sum) + top - z[label]
}

func sentimentScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  let shares = softmax(z)
  return Vector(shares.indices.map { $0 == label ? shares[$0] - 1 : shares[$0] })
}

func averagedEmbeddingGradient(_ dz: Vector, _ W: Matrix) -> Vector {
  var da = Vector.zeros(W.columns)
  for c in 0..<W.rows { da += dz[c] * W[row: c] }
  return da
}

func sentimentTableGradient(_ da: Vector, _ words: [Int], _ V: Int) -> Matrix {
  var dE = Matrix.zeros(V, da.count)
  for word in words {
    for k in da.indices { dE[word, k] += da[k] / Double(words.count) }
  }
  return dE
}

func sentimentGradients(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> SentimentGradients {
  var a = Vector.zeros(p.E.columns)
  for word in words { a += p.E[row: word] / Double(words.count) }
  var dz = softmax(p.W * a + p.b)
  dz[label] -= 1
  let da = p.W.transposed * dz
  var dE = Matrix.zeros(p.E.rows, p.E.columns)
  for word in words { dE[row: word] += da / Double(words.count) }
  return SentimentGradients(dE: dE, dW: outer(dz, a), db: dz)
}

func sentimentStep(
  _ words: [Int], _ label: Int, _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  let g = sentimentGradients(words, label, p)
  var moved = p
  if isFrozen == false { moved.E = p.E - rate * g.dE }
  moved.b = p.b - rate * g.db
  moved.W = p.W - rate * g.dW
  return moved
}

func sentimentEpoch(
  _ reviews: [[Int]], _ labels: [Int], _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  zip(reviews, labels).reduce(p) { now, review in sentimentStep(review.0, review.1, now, rate, isFrozen) }
}
