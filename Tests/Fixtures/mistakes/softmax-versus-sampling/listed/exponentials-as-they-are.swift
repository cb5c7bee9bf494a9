// expected: logarithm-of-softmax
// mistaken: softmaxLoss

func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  var sum = 0.0
  for w in 0..<U.rows { sum += exp(dot(U[row: w], v)) }
  return -log(exp(dot(U[row: target], v)) / sum)
}
