// expected: none
// mistaken: samplingGradients

func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  var dv = Vector.zeros(v.count)
  var rows: [RowGradient] = []
  for (place, word) in ([target] + negatives).enumerated() {
    let u = U[row: word]
    let share = sigmoid(dot(u, v))
    let difference = (share - (place == 0 ? 1 : 0)) * share * (1 - share)
    dv += difference * u
    rows.append(RowGradient(row: word, gradient: difference * v))
  }
  return SamplingGradients(dv: dv, dU: rows)
}
