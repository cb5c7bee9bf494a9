// expected: biases-left-out, frozen-the-wrong-way-round
// mistaken: sentimentScores, sentimentStep
// calling: sentimentLoss, sentimentEpoch

func sentimentScores(_ words: [Int], _ p: SentimentParameters) -> Vector {
  p.W * averagedEmbedding(words, p.E)
}

func sentimentStep(
  _ words: [Int], _ label: Int, _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  let g = sentimentGradients(words, label, p)
  var moved = SentimentParameters(E: p.E, W: p.W - rate * g.dW, b: p.b - rate * g.db)
  if isFrozen { moved.E -= rate * g.dE }
  return moved
}
