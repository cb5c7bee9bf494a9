// expected: eigenvalues-for-singular-values
// mistaken: singularValues

func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  var values = Vector.zeros(directions.count)
  for (j, w) in directions.enumerated() { values[j] = dot(w, X.transposed * (X * w)) }
  return values
}
