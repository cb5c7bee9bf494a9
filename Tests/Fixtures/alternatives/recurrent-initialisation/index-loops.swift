// Loops over indices, and the closed formulas of both limits.

import LinearAlgebra

func uniformLimit(_ variance: Double) -> Double { variance.squareRoot() * 3.0.squareRoot() }

func xavierLimit(_ fanIn: Int, _ fanOut: Int) -> Double { (6 / Double(fanIn + fanOut)).squareRoot() }

func heLimit(_ fanIn: Int) -> Double { (6 / Double(fanIn)).squareRoot() }

func spreadWeights(_ u: Matrix, _ limit: Double) -> Matrix {
  var W = u
  for i in 0..<u.rows {
    for j in 0..<u.columns { W[i, j] = -limit + 2 * limit * u[i, j] }
  }
  return W
}

func xavierWeights(_ u: Matrix) -> Matrix { spreadWeights(u, xavierLimit(u.rows, u.columns)) }

func heWeights(_ u: Matrix) -> Matrix { spreadWeights(u, heLimit(u.columns)) }

func irnnWeights(_ units: Int) -> Matrix {
  var W = Matrix.zeros(units, units)
  for i in 0..<units { W[i, i] = 1 }
  return W
}

func reluStep(_ h: Vector, _ x: Vector, _ Wh: Matrix, _ Wx: Matrix, _ b: Vector) -> Vector {
  var new = b
  for i in 0..<b.count {
    for j in 0..<h.count { new[i] += Wh[i, j] * h[j] }
    for j in 0..<x.count { new[i] += Wx[i, j] * x[j] }
    if new[i] < 0 { new[i] = 0 }
  }
  return new
}

func rowCovariance(_ R: Matrix) -> Matrix {
  var A = Matrix.zeros(R.columns, R.columns)
  for i in 0..<R.columns {
    for j in 0..<R.columns {
      for n in 0..<R.rows { A[i, j] += R[n, i] * R[n, j] }
      A[i, j] /= Double(R.rows)
    }
  }
  return A
}

func dominantDirection(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var v = start
  var remaining = steps
  while remaining > 0 {
    var w = Vector.zeros(v.count)
    var squares = 0.0
    for i in 0..<v.count {
      for j in 0..<v.count { w[i] += S[i, j] * v[j] }
      squares += w[i] * w[i]
    }
    for i in 0..<v.count { v[i] = w[i] / squares.squareRoot() }
    remaining -= 1
  }
  return v
}

func largestEigenvalue(_ S: Matrix, _ v: Vector) -> Double {
  var (above, below) = (0.0, 0.0)
  for i in 0..<v.count {
    var entry = 0.0
    for j in 0..<v.count { entry += S[i, j] * v[j] }
    above += entry * entry
    below += v[i] * v[i]
  }
  return (above / below).squareRoot()
}

func npRNNWeights(_ A: Matrix, _ v: Vector) -> Matrix {
  var W = A
  for i in 0..<W.rows { W[i, i] += 1 }
  let largest = largestEigenvalue(W, v)
  for i in 0..<W.rows {
    for j in 0..<W.columns { W[i, j] /= largest }
  }
  return W
}
