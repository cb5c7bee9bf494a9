// expected: columns-joined-in-the-other-order
// mistaken: joinedMatrix
// calling: gaoFromNotes, hennebertFromNotes

func joinedMatrix(_ U: Matrix, _ W: Matrix) -> Matrix {
  var J = Matrix.zeros(U.rows, W.columns + U.columns)
  for i in 0..<J.rows {
    for j in 0..<J.columns { J[i, j] = j < W.columns ? W[i, j] : U[i, j - W.columns] }
  }
  return J
}
