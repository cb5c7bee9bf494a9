// expected: scores-summed-before-sigmoid
// mistaken: samplingLoss

func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  var total = 0.0
  for k in negatives { total += dot(U[row: k], v) }
  return -logSigmoid(dot(U[row: target], v)) - logSigmoid(-total)
}
