// expected: only-definitional-words-neutralised
// mistaken: neutraliseAll

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  var table = E
  for word in Set(definitional) { table[row: word] = neutralise(table[row: word], g) }
  return table
}
