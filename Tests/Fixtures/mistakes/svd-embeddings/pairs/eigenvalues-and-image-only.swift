// expected: eigenvalues-for-singular-values, one-product-counted
// mistaken: singularValues, iterationCost

func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  var values = Vector.zeros(directions.count)
  for j in directions.indices { values[j] = (X * directions[j]).squaredNorm }
  return values
}

func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int {
  k * (steps * (V * C))
}
