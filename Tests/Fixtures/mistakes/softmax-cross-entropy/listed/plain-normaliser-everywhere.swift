// expected: largest-score-not-taken-out
// mistaken: logNormaliser
// calling: logWordProbabilities, crossEntropy, wordLoss, meanWordLoss

func logNormaliser(_ z: Vector) -> Double {
  var total = 0.0
  for score in z { total += exp(score) }
  return log(total)
}

func wordLoss(_ z: Vector, _ target: Int) -> Double {
  logNormaliser(z) - z[target]
}
