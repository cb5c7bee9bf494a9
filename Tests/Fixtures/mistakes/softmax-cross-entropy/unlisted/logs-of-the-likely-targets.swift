// expected: none
// mistaken: crossEntropy

func crossEntropy(_ z: Vector, _ y: Vector) -> Double {
  let p = wordProbabilities(z)
  var loss = 0.0
  for k in 0..<z.count where y[k] > 0 { loss -= p[k] * log(y[k]) }
  return loss
}

func wordLoss(_ z: Vector, _ target: Int) -> Double {
  logNormaliser(z) - z[target]
}
