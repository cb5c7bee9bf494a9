// expected: centre-moved-first
// mistaken: sampledStep

private func add(_ new: TouchedRow, to rows: inout [TouchedRow]) {
  if let place = rows.firstIndex(where: { $0.row == new.row }) {
    rows[place].gradient += new.gradient
  } else {
    rows.append(new)
  }
}

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
  var dW: [TouchedRow] = []
  var dU: [TouchedRow] = []
  for pair in pairs {
    let v = p.W[row: pair.centre]
    let dz = sampledScoreGradient(sampledScores(pair, p))
    add(TouchedRow(row: pair.centre, gradient: sampledCentreGradient(dz, pair, p.U)), to: &dW)
    for row in sampledRowGradients(dz, pair, v) { add(row, to: &dU) }
  }
  return SampledGradients(dW: dW, dU: dU)
}

func movedTable(_ table: Matrix, _ rows: [TouchedRow], _ rate: Double) -> Matrix {
  var moved = table
  for touched in rows {
    for k in 0..<table.columns { moved[touched.row, k] -= rate * touched.gradient[k] }
  }
  return moved
}

func sampledStep(_ pair: SampledPair, _ p: SampledTables, _ rate: Double) -> SampledTables {
  var next = p
  let z = sampledScores(pair, p)
  let dz = sampledScoreGradient(z)
  next.W[row: pair.centre] -= rate * sampledCentreGradient(dz, pair, p.U)
  for touched in sampledRowGradients(dz, pair, next.W[row: pair.centre]) {
    next.U[row: touched.row] -= rate * touched.gradient
  }
  return next
}
