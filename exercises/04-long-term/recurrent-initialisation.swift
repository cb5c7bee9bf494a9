// First weights for a recurrent network: write the functions below.
// Check your work with: gradus check recurrent-initialisation
//
//   u        random numbers between 0 and 1, evenly spread, one for each weight
//   R        random numbers of mean 0 and variance 1        A        R^T R / N

import LinearAlgebra

/// The limit r for which numbers spread evenly over (-r, r) have the given variance, which is r^2 / 3.
func uniformLimit(_ variance: Double) -> Double {
  todo("the limit r")
}

/// Xavier's limit, for the variance 2 / (fan-in + fan-out).
func xavierLimit(_ fanIn: Int, _ fanOut: Int) -> Double {
  todo("Xavier's limit")
}

/// He's limit, for the variance 2 / fan-in.
func heLimit(_ fanIn: Int) -> Double {
  todo("He's limit")
}

/// The numbers `u` between 0 and 1, spread over the interval from `-limit` to `limit`.
func spreadWeights(_ u: Matrix, _ limit: Double) -> Matrix {
  todo("the weights")
}

/// Weights by Xavier's rule, of the shape of `u`: outputs x inputs.
func xavierWeights(_ u: Matrix) -> Matrix {
  todo("weights by Xavier's rule")
}

/// Weights by He's rule, of the shape of `u`: outputs x inputs.
func heWeights(_ u: Matrix) -> Matrix {
  todo("weights by He's rule")
}

/// The recurrent weights of an IRNN with `units` units.
func irnnWeights(_ units: Int) -> Matrix {
  todo("the recurrent weights")
}

/// The new state relu(W_h h + W_x x + b) of an IRNN or an np-RNN, where `h` is h_{t-1} and `x` is x_t.
func reluStep(_ h: Vector, _ x: Vector, _ Wh: Matrix, _ Wx: Matrix, _ b: Vector) -> Vector {
  todo("the new state")
}

/// The matrix A = R^T R / N, where N is the number of rows of `R`.
func rowCovariance(_ R: Matrix) -> Matrix {
  todo("R^T R / N")
}

/// The direction that `steps` steps v <- S v / ||S v|| make of `start`.
///
/// With enough steps, and eigenvalues of S that are positive, this is the direction of the largest of them.
func dominantDirection(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  todo("the direction")
}

/// The largest eigenvalue of S, ||S v|| / ||v||, from its direction `v`, which may have any length above 0.
func largestEigenvalue(_ S: Matrix, _ v: Vector) -> Double {
  todo("the eigenvalue")
}

/// The recurrent weights (A + I) / lambda of an np-RNN, where `v` is the direction that A + I stretches most.
func npRNNWeights(_ A: Matrix, _ v: Vector) -> Matrix {
  todo("(A + I) / lambda")
}
