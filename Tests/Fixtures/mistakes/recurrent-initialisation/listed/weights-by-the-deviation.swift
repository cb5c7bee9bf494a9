// expected: limit-is-the-deviation
// mistaken: xavierWeights

func uniformLimit(_ variance: Double) -> Double { sqrt(3 * variance) }

func xavierLimit(_ fanIn: Int, _ fanOut: Int) -> Double {
  sqrt(6 / Double(fanIn + fanOut))
}

func heLimit(_ fanIn: Int) -> Double {
  sqrt(6 / Double(fanIn))
}

func spreadWeights(_ u: Matrix, _ limit: Double) -> Matrix {
  var W = u
  for i in 0..<u.rows {
    for j in 0..<u.columns { W[i, j] = u[i, j] * 2 * limit - limit }
  }
  return W
}

func xavierWeights(_ u: Matrix) -> Matrix {
  let r = (2 / Double(u.rows + u.columns)).squareRoot()
  return u.map { (2 * $0 - 1) * r }
}

func heWeights(_ u: Matrix) -> Matrix {
  let r = sqrt(6 / Double(u.columns))
  return u.map { (2 * $0 - 1) * r }
}

func irnnWeights(_ units: Int) -> Matrix {
  var W = Matrix.zeros(units, units)
  for i in 0..<units { W[i, i] = 1 }
  return W
}

func reluStep(_ h: Vector, _ x: Vector, _ Wh: Matrix, _ Wx: Matrix, _ b: Vector) -> Vector {
  var new = b
  for i in b.indices {
    for j in h.indices { new[i] += Wh[i, j] * h[j] }
    for j in x.indices { new[i] += Wx[i, j] * x[j] }
    if new[i] < 0 { new[i] = 0 }
  }
  return new
}

func rowCovariance(_ R: Matrix) -> Matrix {
  var A = Matrix.zeros(R.columns, R.columns)
  for n in 0..<R.rows {
    for i in 0..<R.columns {
      for j in 0..<R.columns { A[i, j] += R[n, i] * R[n, j] / Double(R.rows) }
    }
  }
  return A
}

func dominantDirection(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var v = start
  for _ in 0..<steps {
    v = S * v
    v = v / v.norm
  }
  return v
}

func largestEigenvalue(_ S: Matrix, _ v: Vector) -> Double {
  let unit = v / v.norm
  return (S * unit).norm
}

func npRNNWeights(_ A: Matrix, _ v: Vector) -> Matrix {
  var S = A
  for i in 0..<A.rows { S[i, i] += 1 }
  let lambda = (S * v).norm / v.norm
  return S.map { $0 / lambda }
}
