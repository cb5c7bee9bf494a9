// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

func uniformLimit(_ variance: Double) -> Double { pow(3 * variance, 0.5) }

func xavierLimit(_ fanIn: Int, _ fanOut: Int) -> Double {
  let mean = Double(fanIn + fanOut) / 2
  return uniformLimit(1 / mean)
}

func heLimit(_ fanIn: Int) -> Double { uniformLimit(2 / Double(fanIn)) }

func spreadWeights(_ u: Matrix, _ limit: Double) -> Matrix {
  u.map { 2 * limit * ($0 - 0.5) }
}

func xavierWeights(_ u: Matrix) -> Matrix { spreadWeights(u, xavierLimit(u.columns, u.rows)) }

func heWeights(_ u: Matrix) -> Matrix { spreadWeights(u, heLimit(u.columns)) }

func irnnWeights(_ units: Int) -> Matrix { .identity(units) }

func reluStep(_ h: Vector, _ x: Vector, _ Wh: Matrix, _ Wx: Matrix, _ b: Vector) -> Vector {
  (b + Wx * x + Wh * h).map { max(0, $0) }
}

func rowCovariance(_ R: Matrix) -> Matrix {
  (1 / Double(R.rows)) * (R.transposed * R)
}

func dominantDirection(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  if steps == 0 { return start }
  let w = S * dominantDirection(S, start, steps - 1)
  return w / w.norm
}

func largestEigenvalue(_ S: Matrix, _ v: Vector) -> Double { (S * v).norm / v.norm }

func npRNNWeights(_ A: Matrix, _ v: Vector) -> Matrix {
  let S = Matrix.identity(A.rows) + A
  return (1 / largestEigenvalue(S, v)) * S
}
