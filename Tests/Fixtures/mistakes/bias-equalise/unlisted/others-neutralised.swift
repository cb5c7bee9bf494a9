// expected: none
// mistaken: equaliseAll

func equalise(_ a: Vector, _ b: Vector, _ g: Vector) -> EqualisedPair {
  let raw = pairParts(a, b, g)
  let stretched = unitParts(raw)
  return pairOf(stretched)
}

func equaliseAll(_ E: Matrix, _ pairs: [RowPair], _ g: Vector) -> Matrix {
  var table = E
  for row in 0..<E.rows { table[row: row] = E[row: row] - partAlong(E[row: row], g) }
  for pair in pairs {
    let both = equalise(E[row: pair.first], E[row: pair.second], g)
    table[row: pair.first] = both.first
    table[row: pair.second] = both.second
  }
  return table
}
