// expected: none
// mistaken: neutraliseAll

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  var table = E
  for word in 0..<E.rows {
    if definitional.contains(word) { break }
    table[row: word] = neutralise(E[row: word], g)
  }
  return table
}
