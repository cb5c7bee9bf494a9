// expected: repeated-words-overwritten
// mistaken: sentimentTableGradient

func averagedEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  let rows = words.map { E[row: $0] / Double(words.count) }
  return rows.reduce(Vector.zeros(E.columns), +)
}

func sentimentLoss(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> Double {
  -logSoftmax(sentimentScores(words, p))[label]
}

func averagedEmbeddingGradient(_ dz: Vector, _ W: Matrix) -> Vector {
  Vector((0..<W.columns).map { d in (0..<W.rows).reduce(0) { $0 + W[$1, d] * dz[$1] } })
}

func sentimentTableGradient(_ da: Vector, _ words: [Int], _ V: Int) -> Matrix {
  let read = Set(words)
  let share = da / Double(words.count)
  return Matrix((0..<V).map { read.contains($0) ? share.elements : Vector.zeros(da.count).elements })
}

func sentimentEpoch(
  _ reviews: [[Int]], _ labels: [Int], _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  var now = p
  for k in reviews.indices { now = sentimentStep(reviews[k], labels[k], now, rate, isFrozen) }
  return now
}
