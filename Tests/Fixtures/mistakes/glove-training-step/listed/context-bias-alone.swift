// expected: one-bias
// mistaken: pairGradients
// calling: trainedOnPair, trainedOnPairs

func countedPairs(_ X: Matrix) -> [CountedPair] {
  (0..<X.rows).flatMap { i in
    (0..<X.columns).filter { j in X[i, j] != 0 }.map { CountedPair(word: i, context: $0, count: X[i, $0]) }
  }
}

func pairGradients(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double, _ settings: GloVeSettings
) -> PairGradients {
  var error = contextBias - log(x)
  for k in w.indices { error += w[k] * c[k] }
  let weight = x < settings.xMax ? pow(x / settings.xMax, settings.alpha) : 1
  let slope = 2 * weight * error
  return PairGradients(dw: c.map { slope * $0 }, dc: w.map { slope * $0 }, db: slope)
}

func adaGradSum(_ G: Vector, _ g: Vector) -> Vector {
  var sums = G
  for k in G.indices { sums[k] += g[k] * g[k] }
  return sums
}

func adaGradStep(_ theta: Vector, _ g: Vector, _ G: Vector, _ rate: Double) -> Vector {
  theta - rate * (g .* G.map { 1 / sqrt($0) })
}

func trainedOnPair(_ training: GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) -> GloVeTraining {
  let i = pair.word
  let j = pair.context
  let w = training.p.W[row: i]
  let c = training.p.C[row: j]
  let g = pairGradients(w, c, training.p.b[i], training.p.c[j], pair.count, settings)
  var next = training
  for k in w.indices {
    next.G.W[i, k] += g.dw[k] * g.dw[k]
    next.G.C[j, k] += g.dc[k] * g.dc[k]
    next.p.W[i, k] -= settings.rate * g.dw[k] / sqrt(next.G.W[i, k])
    next.p.C[j, k] -= settings.rate * g.dc[k] / sqrt(next.G.C[j, k])
  }
  next.G.b[i] += g.db * g.db
  next.G.c[j] += g.db * g.db
  next.p.b[i] -= settings.rate * g.db / sqrt(next.G.b[i])
  next.p.c[j] -= settings.rate * g.db / sqrt(next.G.c[j])
  return next
}

func trainedOnPairs(
  _ training: GloVeTraining, _ pairs: [CountedPair], _ settings: GloVeSettings
) -> GloVeTraining {
  var now = training
  for k in pairs.indices { now = trainedOnPair(now, pairs[k], settings) }
  return now
}
