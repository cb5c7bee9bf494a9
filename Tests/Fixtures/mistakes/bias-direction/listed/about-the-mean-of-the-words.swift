// expected: centred-on-all-words
// mistaken: pairScatter
// calling: principalBiasDirection

func pairScatter(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Matrix {
  let rows = pairs.flatMap { [$0.first, $0.second] }
  var mean = Vector.zeros(E.columns)
  for row in rows { mean += E[row: row] / Double(rows.count) }
  var S = Matrix.zeros(E.columns, E.columns)
  for row in rows { S += outer(E[row: row] - mean, E[row: row] - mean) }
  return S
}

func principalComponent(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  (0..<steps).reduce(start / start.norm) { v, _ in scatterStep(S, v) }
}
