// expected: root-of-the-singular-values
// mistaken: svdEmbeddings

func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  let directions = contextDirections(X, starts, steps)
  let s = singularValues(X, directions)
  var table = Matrix.zeros(X.rows, starts.count)
  for j in directions.indices {
    let u = X * directions[j] / s[j]
    table[column: j] = sqrt(s[j]) * u
  }
  return table
}
