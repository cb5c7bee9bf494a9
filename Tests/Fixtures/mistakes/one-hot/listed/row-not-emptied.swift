// expected: all-words-in-one-row
// mistaken: oneHotRows

func oneHotRows(_ indices: [Int], _ V: Int) -> Matrix {
  var X = Matrix.zeros(indices.count, V)
  var row = Vector.zeros(V)
  for t in 0..<indices.count {
    row[indices[t]] = 1
    X[row: t] = row
  }
  return X
}
