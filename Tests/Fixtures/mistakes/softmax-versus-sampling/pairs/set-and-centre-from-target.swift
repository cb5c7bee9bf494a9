// expected: repeated-negatives-counted-once, softmax-centre-from-target-only
// mistaken: softmaxGradients, samplingLoss

func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  var share = softmax(U * v)
  share[target] -= 1
  return SoftmaxGradients(dv: share[target] * U[row: target], dU: outer(share, v))
}

func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  var loss = -logSigmoid(dot(U[row: target], v))
  for k in Set(negatives) { loss -= logSigmoid(-dot(U[row: k], v)) }
  return loss
}
