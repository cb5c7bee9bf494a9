// expected: half-the-interval, divided-by-the-columns
// mistaken: spreadWeights, rowCovariance
// calling: xavierWeights, heWeights

func spreadWeights(_ u: Matrix, _ limit: Double) -> Matrix {
  u.map { limit * ($0 - 0.5) }
}

func rowCovariance(_ R: Matrix) -> Matrix {
  R.transposed * R / Double(R.columns)
}
