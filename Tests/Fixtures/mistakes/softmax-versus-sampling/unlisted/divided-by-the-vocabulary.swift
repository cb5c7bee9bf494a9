// expected: none
// mistaken: softmaxLoss

func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  -logSoftmax(U * v)[target] / Double(U.rows)
}
