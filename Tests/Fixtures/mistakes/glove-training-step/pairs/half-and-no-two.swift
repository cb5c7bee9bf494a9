// expected: half-of-the-matrix, factor-two-missing
// mistaken: countedPairs, pairGradients
// calling: trainedOnPair, trainedOnPairs

func countedPairs(_ X: Matrix) -> [CountedPair] {
  var list: [CountedPair] = []
  for i in 0..<X.rows {
    for j in i..<X.columns where X[i, j] > 0 { list.append(CountedPair(word: i, context: j, count: X[i, j])) }
  }
  return list
}

func pairGradients(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double, _ settings: GloVeSettings
) -> PairGradients {
  let e = dot(w, c) - log(x) + wordBias + contextBias
  let f = min(1, pow(x / settings.xMax, settings.alpha))
  return PairGradients(dw: f * e * c, dc: f * e * w, db: f * e)
}
