// expected: nothing-learns-when-frozen
// mistaken: sentimentStep
// calling: sentimentEpoch

func sentimentStep(
  _ words: [Int], _ label: Int, _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  guard !isFrozen else { return p }
  let g = sentimentGradients(words, label, p)
  return SentimentParameters(E: p.E - rate * g.dE, W: p.W - rate * g.dW, b: p.b - rate * g.db)
}
