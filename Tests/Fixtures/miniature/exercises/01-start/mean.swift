// The mean of a list of numbers, and the deviations from it.
//
// Write the mean (mean), and the list with the mean taken away from each of its numbers (centred).
// Check your work with: gradus check mean

import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  todo("m")
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  todo("x_i - m")
}
