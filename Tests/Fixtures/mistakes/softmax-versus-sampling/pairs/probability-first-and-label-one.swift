// expected: logarithm-of-softmax, negatives-labelled-one
// mistaken: softmaxLoss, samplingGradients

func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  -log(softmax(U * v)[target])
}

func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  var dv = Vector.zeros(v.count)
  var rows: [RowGradient] = []
  for word in [target] + negatives {
    let u = U[row: word]
    let difference = sigmoid(dot(u, v)) - 1
    dv += difference * u
    rows.append(RowGradient(row: word, gradient: difference * v))
  }
  return SamplingGradients(dv: dv, dU: rows)
}
