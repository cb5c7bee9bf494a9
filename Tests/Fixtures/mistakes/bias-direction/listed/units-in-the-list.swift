// expected: unit-differences
// mistaken: pairDifferences

func pairDifferences(_ E: Matrix, _ pairs: [DefinitionalPair]) -> [Vector] {
  pairs.map { pair in
    let d = E[row: pair.first] - E[row: pair.second]
    return d / d.norm
  }
}
