// Maps and folds; the covariance is a sum of outer products of rows.

import LinearAlgebra

func uniformLimit(_ variance: Double) -> Double { sqrt(variance / (1.0 / 3)) }

func xavierLimit(_ fanIn: Int, _ fanOut: Int) -> Double { uniformLimit(1 / (Double(fanIn + fanOut) / 2)) }

func heLimit(_ fanIn: Int) -> Double { sqrt(2) * uniformLimit(1 / Double(fanIn)) }

func spreadWeights(_ u: Matrix, _ limit: Double) -> Matrix { u.map { $0 * limit - (1 - $0) * limit } }

func xavierWeights(_ u: Matrix) -> Matrix { spreadWeights(u, xavierLimit(u.columns, u.rows)) }

func heWeights(_ u: Matrix) -> Matrix { spreadWeights(u, heLimit(u.columns)) }

func irnnWeights(_ units: Int) -> Matrix { Matrix((0..<units).map { Vector.oneHot($0, count: units).elements }) }

func reluStep(_ h: Vector, _ x: Vector, _ Wh: Matrix, _ Wx: Matrix, _ b: Vector) -> Vector {
  Vector(zip(Wh * h, Wx * x + b).map { max(0, $0 + $1) })
}

func rowCovariance(_ R: Matrix) -> Matrix {
  (0..<R.rows).map { outer(R[row: $0], R[row: $0]) }.reduce(Matrix.zeros(R.columns, R.columns), +) / Double(R.rows)
}

func dominantDirection(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  (0..<steps).reduce(start) { v, _ in (S * v) / (S * v).norm }
}

func largestEigenvalue(_ S: Matrix, _ v: Vector) -> Double {
  (S * (v / v.norm)).map { $0 * $0 }.reduce(0, +).squareRoot()
}

func npRNNWeights(_ A: Matrix, _ v: Vector) -> Matrix {
  let sum = Matrix.identity(A.columns) + A
  return 1 / largestEigenvalue(sum, v) * sum
}
