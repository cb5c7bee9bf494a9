// expected: repeated-row-overwritten
// mistaken: batchSampledGradients

func sampledLoss(_ z: Vector) -> Double {
  z.indices.reduce(0.0) { $0 - logSigmoid($1 == 0 ? z[0] : -z[$1]) }
}

func sampledCentreGradient(_ dz: Vector, _ pair: SampledPair, _ U: Matrix) -> Vector {
  var dv = Vector.zeros(U.columns)
  for (d, word) in zip(dz, [pair.outside] + pair.negatives) { dv += d * U[row: word] }
  return dv
}

func batchSampledLoss(_ pairs: [SampledPair], _ p: SampledTables) -> Double {
  pairs.map { sampledLoss(sampledScores($0, p)) }.reduce(0, +)
}

func batchSampledGradients(_ pairs: [SampledPair], _ p: SampledTables) -> SampledGradients {
  var dW: [Int: Vector] = [:]
  var dU: [Int: Vector] = [:]
  for pair in pairs {
    let dz = sampledScoreGradient(sampledScores(pair, p))
    dW[pair.centre] = sampledCentreGradient(dz, pair, p.U)
    for touched in sampledRowGradients(dz, pair, p.W[row: pair.centre]) { dU[touched.row] = touched.gradient }
  }
  return SampledGradients(
    dW: dW.map { TouchedRow(row: $0, gradient: $1) }, dU: dU.map { TouchedRow(row: $0, gradient: $1) })
}

func movedTable(_ table: Matrix, _ rows: [TouchedRow], _ rate: Double) -> Matrix {
  var moved = table
  for touched in rows {
    for k in 0..<table.columns { moved[touched.row, k] -= rate * touched.gradient[k] }
  }
  return moved
}
