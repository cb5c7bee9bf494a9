// expected: none
// mistaken: scatterStep

import LinearAlgebra

struct DefinitionalPair {
  var first: Int
  var second: Int
}

func pairDifferences(_ E: Matrix, _ pairs: [DefinitionalPair]) -> [Vector] {
  pairs.map { pair in
    Vector((0..<E.columns).map { E[pair.first, $0] - E[pair.second, $0] })
  }
}

func meanBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Vector {
  let differences = pairDifferences(E, pairs)
  let sum = differences.dropFirst().reduce(differences[0], +)
  return sum / Double(differences.count)
}

func pairScatter(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Matrix {
  var S = Matrix.zeros(E.columns, E.columns)
  for pair in pairs {
    let m = 0.5 * (E[row: pair.first] + E[row: pair.second])
    for row in [pair.first, pair.second] {
      let d = E[row: row] - m
      for i in d.indices {
        for j in d.indices { S[i, j] += d[i] * d[j] }
      }
    }
  }
  return S
}

func scatterStep(_ S: Matrix, _ v: Vector) -> Vector {
  let next = S.transposed * v
  return next / next.norm
}

func principalComponent(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var v = start / sqrt(dot(start, start))
  var left = steps
  while left > 0 {
    let next = S * v
    v = next / next.norm
    left -= 1
  }
  return v
}

func principalBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair], _ steps: Int) -> Vector {
  principalComponent(pairScatter(E, pairs), meanBiasDirection(E, pairs), steps)
}
