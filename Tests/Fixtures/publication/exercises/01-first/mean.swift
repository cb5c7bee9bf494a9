import LinearAlgebra

/// The mean of `x`.
func mean(_ x: Vector) -> Double {
  todo("the mean")
}
