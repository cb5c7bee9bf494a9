// Less accurate: a small number is added to the length, as if it could be 0.

import LinearAlgebra

/// The limit r for which numbers spread evenly over (-r, r) have the given variance, which is r^2 / 3.
func uniformLimit(_ variance: Double) -> Double {
  sqrt(3 * variance)
}

/// Xavier's limit, for the variance 2 / (fan-in + fan-out).
func xavierLimit(_ fanIn: Int, _ fanOut: Int) -> Double {
  uniformLimit(2 / Double(fanIn + fanOut))
}

/// He's limit, for the variance 2 / fan-in.
func heLimit(_ fanIn: Int) -> Double {
  uniformLimit(2 / Double(fanIn))
}

/// The numbers `u` between 0 and 1, spread over the interval from `-limit` to `limit`.
func spreadWeights(_ u: Matrix, _ limit: Double) -> Matrix {
  u.map { limit * (2 * $0 - 1) }
}

/// Weights by Xavier's rule, of the shape of `u`: outputs x inputs.
func xavierWeights(_ u: Matrix) -> Matrix {
  spreadWeights(u, xavierLimit(u.columns, u.rows))
}

/// Weights by He's rule, of the shape of `u`: outputs x inputs.
func heWeights(_ u: Matrix) -> Matrix {
  spreadWeights(u, heLimit(u.columns))
}

/// The recurrent weights of an IRNN with `units` units.
func irnnWeights(_ units: Int) -> Matrix {
  .identity(units)
}

/// The new state relu(W_h h + W_x x + b) of an IRNN or an np-RNN, where `h` is h_{t-1} and `x` is x_t.
func reluStep(_ h: Vector, _ x: Vector, _ Wh: Matrix, _ Wx: Matrix, _ b: Vector) -> Vector {
  relu(Wh * h + Wx * x + b)
}

/// The matrix A = R^T R / N, where N is the number of rows of `R`.
func rowCovariance(_ R: Matrix) -> Matrix {
  R.transposed * R / Double(R.rows)
}

/// The direction that `steps` steps v <- S v / ||S v|| make of `start`.
///
/// With enough steps, and eigenvalues of S that are positive, this is the direction of the largest of them.
func dominantDirection(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  (0..<steps).reduce(start) { v, _ in
    let w = S * v
    return w / w.norm
  }
}

/// The largest eigenvalue of S, ||S v|| / ||v||, from its direction `v`, which may have any length above 0.
func largestEigenvalue(_ S: Matrix, _ v: Vector) -> Double {
  (S * v).norm / (v.norm + 1e-8)
}

/// The recurrent weights (A + I) / lambda of an np-RNN, where `v` is the direction that A + I stretches most.
func npRNNWeights(_ A: Matrix, _ v: Vector) -> Matrix {
  let shifted = A + .identity(v.count)
  let lambda = largestEigenvalue(shifted, v)
  return shifted / lambda
}
