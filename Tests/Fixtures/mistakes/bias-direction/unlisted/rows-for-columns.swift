// expected: none
// mistaken: scatterStep

func meanBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Vector {
  let differences = pairDifferences(E, pairs)
  let sum = differences.dropFirst().reduce(differences[0], +)
  return sum / Double(differences.count)
}

func scatterStep(_ S: Matrix, _ v: Vector) -> Vector {
  let next = S.transposed * v
  return next / next.norm
}

func principalBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair], _ steps: Int) -> Vector {
  principalComponent(pairScatter(E, pairs), meanBiasDirection(E, pairs), steps)
}
