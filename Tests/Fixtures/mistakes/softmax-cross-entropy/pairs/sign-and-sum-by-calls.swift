// expected: logarithms-left-positive, sum-of-losses
// mistaken: wordLoss, meanWordLoss

func wordLoss(_ z: Vector, _ target: Int) -> Double {
  z[target] - logNormaliser(z)
}

func meanWordLoss(_ Z: Matrix, _ targets: [Int]) -> Double {
  var total = 0.0
  for t in 0..<Z.rows { total += wordLoss(Z[row: t], targets[t]) }
  return total
}
