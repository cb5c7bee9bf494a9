// expected: logarithm-of-a-probability
// mistaken: wordLoss
// calling: meanWordLoss

func wordLoss(_ z: Vector, _ target: Int) -> Double {
  -log(wordProbabilities(z)[target])
}
