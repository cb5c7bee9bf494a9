// expected: none
// mistaken: averagedEmbedding

func averagedEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  var a = Vector.zeros(E.columns)
  for word in words.dropFirst() { a += E[row: word] / Double(words.count) }
  return a
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
