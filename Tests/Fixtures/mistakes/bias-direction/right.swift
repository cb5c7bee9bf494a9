// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

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
  unit(S * v)
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
  let S = pairScatter(E, pairs)
  var v = meanBiasDirection(E, pairs)
  v = v / v.norm
  for _ in 0..<steps { v = scatterStep(S, v) }
  return v
}
