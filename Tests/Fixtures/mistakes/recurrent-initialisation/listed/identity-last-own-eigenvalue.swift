// expected: identity-added-at-the-end
// mistaken: npRNNWeights

func npRNNWeights(_ A: Matrix, _ v: Vector) -> Matrix {
  let normal = A / largestEigenvalue(A, v)
  return normal + Matrix.identity(A.rows)
}
