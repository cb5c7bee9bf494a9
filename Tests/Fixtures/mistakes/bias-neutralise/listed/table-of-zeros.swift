// expected: definitional-words-set-to-zero
// mistaken: neutraliseAll

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  var table = Matrix.zeros(E.rows, E.columns)
  for word in 0..<E.rows {
    if definitional.contains(word) { continue }
    table[row: word] = neutralise(E[row: word], g)
  }
  return table
}
