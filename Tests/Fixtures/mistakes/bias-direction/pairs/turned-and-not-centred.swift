// expected: second-minus-first, not-centred
// mistaken: pairDifferences, pairScatter
// calling: principalBiasDirection

func pairDifferences(_ E: Matrix, _ pairs: [DefinitionalPair]) -> [Vector] {
  var list: [Vector] = []
  for pair in pairs { list.append(E[row: pair.second] - E[row: pair.first]) }
  return list
}

func pairScatter(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Matrix {
  pairs.reduce(Matrix.zeros(E.columns, E.columns)) { S, pair in
    let (x, y) = (E[row: pair.first], E[row: pair.second])
    return S + outer(x, x) + outer(y, y)
  }
}
