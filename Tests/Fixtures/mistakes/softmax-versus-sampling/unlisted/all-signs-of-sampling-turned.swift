// expected: none
// mistaken: samplingGradients

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
  let dv = Vector((0..<U.columns).map { dot(U[column: $0], dz) })
  return SoftmaxGradients(dv: dv, dU: Matrix(dz.map { d in v.map { d * $0 }.elements }))
}

func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  softplus(-score(v, U, target)) + negatives.map { softplus(score(v, U, $0)) }.reduce(0, +)
}

func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  var slopes: [Int: Double] = [target: 1 - sigmoid(score(v, U, target))]
  for word in negatives { slopes[word, default: 0] -= sigmoid(score(v, U, word)) }
  var dv = Vector.zeros(v.count)
  for (word, slope) in slopes { dv += slope * U[row: word] }
  return SamplingGradients(dv: dv, dU: slopes.map { RowGradient(row: $0.key, gradient: $0.value * v) })
}
