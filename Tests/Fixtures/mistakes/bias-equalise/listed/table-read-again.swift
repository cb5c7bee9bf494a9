// expected: second-word-from-the-new-first
// mistaken: equaliseAll

func equalise(_ a: Vector, _ b: Vector, _ g: Vector) -> EqualisedPair {
  let raw = pairParts(a, b, g)
  let stretched = unitParts(raw)
  return pairOf(stretched)
}

func equaliseAll(_ E: Matrix, _ pairs: [RowPair], _ g: Vector) -> Matrix {
  var table = E
  for pair in pairs {
    table[row: pair.first] = equalise(table[row: pair.first], table[row: pair.second], g).first
    table[row: pair.second] = equalise(table[row: pair.first], table[row: pair.second], g).second
  }
  return table
}
