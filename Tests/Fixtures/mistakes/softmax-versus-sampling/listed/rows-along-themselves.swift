// expected: row-in-place-of-centre
// mistaken: samplingGradients

func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  var dv = Vector.zeros(v.count)
  var rows: [RowGradient] = []
  for (place, word) in ([target] + negatives).enumerated() {
    let u = U[row: word]
    let label = place == 0 ? 1.0 : 0.0
    let difference = sigmoid(dot(u, v)) - label
    dv += difference * u
    rows.append(RowGradient(row: word, gradient: difference * u))
  }
  return SamplingGradients(dv: dv, dU: rows)
}
