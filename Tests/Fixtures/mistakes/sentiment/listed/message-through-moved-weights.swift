// expected: table-after-the-weights
// mistaken: sentimentStep
// calling: sentimentEpoch

func averagedEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  let rows = words.map { E[row: $0] / Double(words.count) }
  return rows.reduce(Vector.zeros(E.columns), +)
}

func sentimentScores(_ words: [Int], _ p: SentimentParameters) -> Vector {
  p.b + p.W * averagedEmbedding(words, p.E)
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
  let a = averagedEmbedding(words, p.E)
  let dz = sentimentScoreGradient(sentimentScores(words, p), label)
  let dE = sentimentTableGradient(averagedEmbeddingGradient(dz, p.W), words, p.E.rows)
  return SentimentGradients(dE: dE, dW: outer(dz, a), db: dz)
}

func sentimentStep(
  _ words: [Int], _ label: Int, _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  var next = p
  let a = averagedEmbedding(words, p.E)
  let dz = sentimentScoreGradient(sentimentScores(words, p), label)
  next.W -= rate * outer(dz, a)
  next.b -= rate * dz
  if !isFrozen {
    let da = averagedEmbeddingGradient(dz, next.W)
    next.E -= rate * sentimentTableGradient(da, words, p.E.rows)
  }
  return next
}

func sentimentEpoch(
  _ reviews: [[Int]], _ labels: [Int], _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  var now = p
  for k in reviews.indices { now = sentimentStep(reviews[k], labels[k], now, rate, isFrozen) }
  return now
}
