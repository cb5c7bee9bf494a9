// expected: mean-returned
// mistaken: principalBiasDirection

func pairDifferences(_ E: Matrix, _ pairs: [DefinitionalPair]) -> [Vector] {
  var list: [Vector] = []
  for pair in pairs { list.append(E[row: pair.first] - E[row: pair.second]) }
  return list
}

func meanBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Vector {
  let differences = pairDifferences(E, pairs)
  let sum = differences.dropFirst().reduce(differences[0], +)
  return sum / Double(differences.count)
}

func pairScatter(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Matrix {
  pairDifferences(E, pairs).reduce(Matrix.zeros(E.columns, E.columns)) { $0 + 0.5 * outer($1, $1) }
}

func scatterStep(_ S: Matrix, _ v: Vector) -> Vector {
  var next = S * v
  let length = sqrt(dot(next, next))
  for k in next.indices { next[k] /= length }
  return next
}

func principalBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair], _ steps: Int) -> Vector {
  meanBiasDirection(E, pairs)
}
