// expected: context-after-the-word
// mistaken: trainedOnPair
// calling: trainedOnPairs

func countedPairs(_ X: Matrix) -> [CountedPair] {
  (0..<X.rows).flatMap { i in
    (0..<X.columns).filter { j in X[i, j] != 0 }.map { CountedPair(word: i, context: $0, count: X[i, $0]) }
  }
}

func adaGradSum(_ G: Vector, _ g: Vector) -> Vector {
  var sums = G
  for k in G.indices { sums[k] += g[k] * g[k] }
  return sums
}

func trainedOnPair(_ training: GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) -> GloVeTraining {
  var next = training
  let (i, j, rate) = (pair.word, pair.context, settings.rate)
  let g = pairGradients(next.p.W[row: i], next.p.C[row: j], next.p.b[i], next.p.c[j], pair.count, settings)
  next.G.W[row: i] = adaGradSum(next.G.W[row: i], g.dw)
  next.p.W[row: i] = adaGradStep(next.p.W[row: i], g.dw, next.G.W[row: i], rate)
  let dc = g.db * next.p.W[row: i]
  next.G.C[row: j] = adaGradSum(next.G.C[row: j], dc)
  next.p.C[row: j] = adaGradStep(next.p.C[row: j], dc, next.G.C[row: j], rate)
  next.G.b[i] += g.db * g.db
  next.G.c[j] += g.db * g.db
  next.p.b[i] -= rate * g.db / sqrt(next.G.b[i])
  next.p.c[j] -= rate * g.db / sqrt(next.G.c[j])
  return next
}
