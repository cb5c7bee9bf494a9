// The power iteration calls itself; A + I is never formed until the end.

import LinearAlgebra

func uniformLimit(_ variance: Double) -> Double { pow(3 * variance, 0.5) }

func xavierLimit(_ fanIn: Int, _ fanOut: Int) -> Double { sqrt(6) / sqrt(Double(fanIn) + Double(fanOut)) }

func heLimit(_ fanIn: Int) -> Double { xavierLimit(fanIn, 0) }

func spreadWeights(_ u: Matrix, _ limit: Double) -> Matrix { (u.map { $0 - 0.5 }) * (2 * limit) }

func xavierWeights(_ u: Matrix) -> Matrix { spreadWeights(u, xavierLimit(u.columns, u.rows)) }

func heWeights(_ u: Matrix) -> Matrix { spreadWeights(u, heLimit(u.columns)) }

func irnnWeights(_ units: Int) -> Matrix { npRNNWeights(Matrix.zeros(units, units), Vector.ones(units)) }

func reluStep(_ h: Vector, _ x: Vector, _ Wh: Matrix, _ Wx: Matrix, _ b: Vector) -> Vector {
  let a = b + Wx * x + Wh * h
  return 0.5 * (a + a.map { abs($0) })
}

func rowCovariance(_ R: Matrix) -> Matrix { (R / Double(R.rows)).transposed * R }

func dominantDirection(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  if steps == 0 { return start }
  let w = S * dominantDirection(S, start, steps - 1)
  return w / w.norm
}

func largestEigenvalue(_ S: Matrix, _ v: Vector) -> Double {
  sqrt((S * v).squaredNorm / v.squaredNorm)
}

func npRNNWeights(_ A: Matrix, _ v: Vector) -> Matrix {
  let lambda = (A * v + v).norm / v.norm
  return A / lambda + Matrix.identity(A.rows) / lambda
}
