// expected: centred-on-all-words
// mistaken: pairScatter
// calling: principalBiasDirection

import LinearAlgebra

struct DefinitionalPair {
  var first: Int
  var second: Int
}

private func unit(_ v: Vector) -> Vector { v / v.norm }

func pairDifferences(_ E: Matrix, _ pairs: [DefinitionalPair]) -> [Vector] {
  pairs.map { pair in
    Vector((0..<E.columns).map { E[pair.first, $0] - E[pair.second, $0] })
  }
}

func meanBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Vector {
  var g = Vector.zeros(E.columns)
  for pair in pairs {
    for k in g.indices { g[k] += (E[pair.first, k] - E[pair.second, k]) / Double(pairs.count) }
  }
  return g
}

func pairScatter(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Matrix {
  let rows = pairs.flatMap { [$0.first, $0.second] }
  var mean = Vector.zeros(E.columns)
  for row in rows { mean += E[row: row] / Double(rows.count) }
  var S = Matrix.zeros(E.columns, E.columns)
  for row in rows { S += outer(E[row: row] - mean, E[row: row] - mean) }
  return S
}

func scatterStep(_ S: Matrix, _ v: Vector) -> Vector {
  unit(S * v)
}

func principalComponent(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  (0..<steps).reduce(start / start.norm) { v, _ in scatterStep(S, v) }
}

func principalBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair], _ steps: Int) -> Vector {
  let S = pairScatter(E, pairs)
  var v = meanBiasDirection(E, pairs)
  v = v / v.norm
  for _ in 0..<steps { v = scatterStep(S, v) }
  return v
}
