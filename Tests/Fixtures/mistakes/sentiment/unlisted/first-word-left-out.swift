// expected: none
// mistaken: averagedEmbedding

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
  for word in words.dropFirst() { a += E[row: word] / Double(words.count) }
  return a
}

func sentimentScores(_ words: [Int], _ p: SentimentParameters) -> Vector {
  var z = p.b
  for word in words { z += p.W * p.E[row: word] / Double(words.count) }
  return z
}

func sentimentLoss(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> Double {
  -logSoftmax(sentimentScores(words, p))[label]
}

func sentimentScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  var dz = softmax(z)
  dz[label] -= 1
  return dz
}

func averagedEmbeddingGradient(_ dz: Vector, _ W: Matrix) -> Vector {
  Vector((0..<W.columns).map { d in (0..<W.rows).reduce(0) { $0 + W[$1, d] * dz[$1] } })
}

func sentimentTableGradient(_ da: Vector, _ words: [Int], _ V: Int) -> Matrix {
  var times = Array(repeating: 0, count: V)
  for word in words { times[word] += 1 }
  return Matrix(times.map { n in da.map { $0 * Double(n) / Double(words.count) }.elements })
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
  let E = isFrozen ? p.E : p.E - rate * g.dE
  return SentimentParameters(E: E, W: p.W - rate * g.dW, b: p.b - rate * g.db)
}

func sentimentEpoch(
  _ reviews: [[Int]], _ labels: [Int], _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  var now = p
  for k in reviews.indices { now = sentimentStep(reviews[k], labels[k], now, rate, isFrozen) }
  return now
}
