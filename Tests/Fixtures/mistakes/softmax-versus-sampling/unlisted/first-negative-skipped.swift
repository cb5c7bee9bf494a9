// expected: none
// mistaken: samplingLoss

func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  var loss = -logSigmoid(dot(U[row: target], v))
  for k in negatives.dropFirst() { loss -= logSigmoid(-dot(U[row: k], v)) }
  return loss
}
