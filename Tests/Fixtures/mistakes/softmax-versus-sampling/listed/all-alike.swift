// expected: target-label-forgotten
// mistaken: samplingGradients

func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  var dv = Vector.zeros(v.count)
  var rows: [RowGradient] = []
  for word in [target] + negatives {
    let u = U[row: word]
    let slope = sigmoid(dot(u, v))
    dv += slope * u
    rows.append(RowGradient(row: word, gradient: slope * v))
  }
  return SamplingGradients(dv: dv, dU: rows)
}
