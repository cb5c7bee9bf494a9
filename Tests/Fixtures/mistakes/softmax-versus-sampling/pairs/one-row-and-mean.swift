// expected: softmax-target-row-only, negatives-averaged
// mistaken: softmaxGradients, samplingLoss

private func score(_ v: Vector, _ U: Matrix, _ word: Int) -> Double {
  zip(v, U[row: word]).map(*).reduce(0, +)
}

private func softplus(_ z: Double) -> Double {
  max(z, 0) + log1p(exp(-abs(z)))
}

func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  -logSoftmax(U * v)[target]
}

func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  let dz = softmax(U * v) - Vector.oneHot(target, count: U.rows)
  var dU = Matrix.zeros(U.rows, U.columns)
  for k in v.indices { dU[target, k] = dz[target] * v[k] }
  return SoftmaxGradients(dv: U.transposed * dz, dU: dU)
}

func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  var loss = softplus(-score(v, U, target))
  for word in negatives { loss += softplus(score(v, U, word)) / Double(negatives.count) }
  return loss
}

func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  var slopes: [Int: Double] = [target: -sigmoid(-score(v, U, target))]
  for word in negatives { slopes[word, default: 0] += sigmoid(score(v, U, word)) }
  var dv = Vector.zeros(v.count)
  for (word, slope) in slopes { dv += slope * U[row: word] }
  return SamplingGradients(dv: dv, dU: slopes.map { RowGradient(row: $0.key, gradient: $0.value * v) })
}
