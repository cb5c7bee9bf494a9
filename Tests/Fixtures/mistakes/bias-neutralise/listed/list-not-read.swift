// expected: definitional-words-neutralised
// mistaken: neutraliseAll

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  var table = E
  for word in 0..<E.rows { table[row: word] = neutralise(E[row: word], g) }
  return table
}
