// expected: divided-by-the-length, one-row-written
// mistaken: partAlong, equaliseAll

func partAlong(_ e: Vector, _ g: Vector) -> Vector {
  (dot(e, g) / sqrt(dot(g, g))) * g
}

func pairParts(_ a: Vector, _ b: Vector, _ g: Vector) -> PairParts {
  let mu = 0.5 * (a + b)
  let squares = dot(g, g)
  let muB = (dot(mu, g) / squares) * g
  let aB = (dot(a, g) / squares) * g
  return PairParts(shared: mu - muB, opposite: aB - muB)
}

func unitParts(_ parts: PairParts) -> PairParts {
  var result = parts
  let n = parts.shared.norm
  result.opposite = (sqrt(1 - n * n) / parts.opposite.norm) * parts.opposite
  return result
}

func equaliseAll(_ E: Matrix, _ pairs: [RowPair], _ g: Vector) -> Matrix {
  var table = E
  for pair in pairs { table[row: pair.first] = equalise(E[row: pair.first], E[row: pair.second], g).first }
  return table
}
