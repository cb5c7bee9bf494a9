// expected: batch-in-place-of-steps
// mistaken: sentimentEpoch

func sentimentEpoch(
  _ reviews: [[Int]], _ labels: [Int], _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  var next = p
  let share = rate / Double(max(reviews.count, 1))
  for (words, label) in zip(reviews, labels) {
    let g = sentimentGradients(words, label, p)
    next.W -= share * g.dW
    next.b -= share * g.db
    if !isFrozen { next.E -= share * g.dE }
  }
  return next
}
