// The variance of a list of numbers, and its gradient.
//
// Write the mean and the variance (moments), and the gradient of the variance with respect to every number of the list
// (varianceGradient). Check your work with: gradus check variance-gradient

import LinearAlgebra

/// The mean and the variance of a list (given).
struct Moments {
  var mean: Double
  var variance: Double
}

/// The mean of `x` and its variance, divided by the number of entries.
func moments(_ x: Vector) -> Moments {
  todo("m and s")
}

/// The gradient of the variance with respect to each entry of `x`.
func varianceGradient(_ x: Vector) -> Vector {
  todo("2 / n (x_j - m)")
}
