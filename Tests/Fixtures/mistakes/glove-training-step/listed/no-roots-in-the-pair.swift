// expected: root-left-out
// mistaken: trainedOnPair
// calling: trainedOnPairs

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
    next.p.W[i, k] -= settings.rate * g.dw[k] / next.G.W[i, k]
    next.p.C[j, k] -= settings.rate * g.dc[k] / next.G.C[j, k]
  }
  next.G.b[i] += g.db * g.db
  next.G.c[j] += g.db * g.db
  next.p.b[i] -= settings.rate * g.db / next.G.b[i]
  next.p.c[j] -= settings.rate * g.db / next.G.c[j]
  return next
}
