// The power iteration is kept in bounds by the largest entry instead of the length.

import LinearAlgebra

func uniformLimit(_ variance: Double) -> Double { sqrt(variance + variance + variance) }

func xavierLimit(_ fanIn: Int, _ fanOut: Int) -> Double {
  let mean = Double(fanIn + fanOut) / 2
  return uniformLimit(1 / mean)
}

func heLimit(_ fanIn: Int) -> Double { uniformLimit(1 / (0.5 * Double(fanIn))) }

func spreadWeights(_ u: Matrix, _ limit: Double) -> Matrix { u.map { (1 - $0) * -limit + $0 * limit } }

func xavierWeights(_ u: Matrix) -> Matrix {
  let limit = xavierLimit(u.columns, u.rows)
  return 2 * limit * u - limit * u.map { _ in 1 }
}

func heWeights(_ u: Matrix) -> Matrix {
  let limit = heLimit(u[row: 0].count)
  return 2 * limit * u - limit * u.map { _ in 1 }
}

func irnnWeights(_ units: Int) -> Matrix {
  var W = Matrix.zeros(units, units)
  for i in 0..<units { W[row: i] = .oneHot(i, count: units) }
  return W
}

func reluStep(_ h: Vector, _ x: Vector, _ Wh: Matrix, _ Wx: Matrix, _ b: Vector) -> Vector {
  Vector(b.indices.map { i in relu(dot(Wh[row: i], h) + dot(Wx[row: i], x) + b[i]) })
}

func rowCovariance(_ R: Matrix) -> Matrix {
  (1 / Double(R.rows)) * (R.transposed * R)
}

func dominantDirection(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  if steps == 0 { return start }
  var v = start
  for _ in 0..<steps {
    let w = S * v
    v = w / (w.map { abs($0) }.max() ?? 1)
  }
  return v / v.norm
}

func largestEigenvalue(_ S: Matrix, _ v: Vector) -> Double {
  let scaled = v / (v.map { abs($0) }.max() ?? 1)
  return (S * scaled).norm / scaled.norm
}

func npRNNWeights(_ A: Matrix, _ v: Vector) -> Matrix {
  var sum = A
  sum += Matrix.identity(sum.rows)
  sum *= 1 / largestEigenvalue(sum, v)
  return sum
}
