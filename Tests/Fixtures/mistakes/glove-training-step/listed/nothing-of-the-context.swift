// expected: contexts-not-trained
// mistaken: trainedOnPair
// calling: trainedOnPairs

func trainedOnPair(_ training: GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) -> GloVeTraining {
  let (i, j) = (pair.word, pair.context)
  var next = training
  let g = pairGradients(
    training.p.W[row: i], training.p.C[row: j], training.p.b[i], training.p.c[j], pair.count, settings)
  next.G.W[row: i] += g.dw .* g.dw
  next.G.b[i] += g.db * g.db
  next.p.W[row: i] = adaGradStep(next.p.W[row: i], g.dw, next.G.W[row: i], settings.rate)
  next.p.b[i] -= settings.rate * g.db / sqrt(next.G.b[i])
  return next
}
