// expected: none
// mistaken: sampledScores

func sampledScores(_ pair: SampledPair, _ p: SampledTables) -> Vector {
  let u = p.U[row: pair.centre]
  return Vector(([pair.outside] + pair.negatives).map { dot(p.W[row: $0], u) })
}

func sampledLoss(_ z: Vector) -> Double {
  z.indices.reduce(0.0) { $0 - logSigmoid($1 == 0 ? z[0] : -z[$1]) }
}

func sampledCentreGradient(_ dz: Vector, _ pair: SampledPair, _ U: Matrix) -> Vector {
  var dv = Vector.zeros(U.columns)
  for (d, word) in zip(dz, [pair.outside] + pair.negatives) { dv += d * U[row: word] }
  return dv
}

func movedTable(_ table: Matrix, _ rows: [TouchedRow], _ rate: Double) -> Matrix {
  var moved = table
  for touched in rows {
    for k in 0..<table.columns { moved[touched.row, k] -= rate * touched.gradient[k] }
  }
  return moved
}
