// expected: repeated-negatives-counted-once
// mistaken: sampledRowGradients

func sampledScores(_ pair: SampledPair, _ p: SampledTables) -> Vector {
  var z = Vector.zeros(1 + pair.negatives.count)
  let v = p.W[row: pair.centre]
  z[0] = dot(v, p.U[row: pair.outside])
  for (k, word) in pair.negatives.enumerated() { z[k + 1] = dot(v, p.U[row: word]) }
  return z
}

func sampledScoreGradient(_ z: Vector) -> Vector {
  var dz = sigmoid(z)
  dz[0] -= 1
  return dz
}

func sampledRowGradients(_ dz: Vector, _ pair: SampledPair, _ v: Vector) -> [TouchedRow] {
  var rows = [TouchedRow(row: pair.outside, gradient: dz[0] * v)]
  for (i, word) in pair.negatives.enumerated() where !pair.negatives[..<i].contains(word) {
    rows.append(TouchedRow(row: word, gradient: dz[i + 1] * v))
  }
  return rows
}

func sampledStep(_ pair: SampledPair, _ p: SampledTables, _ rate: Double) -> SampledTables {
  let both = batchSampledGradients([pair], p)
  return SampledTables(W: movedTable(p.W, both.dW, rate), U: movedTable(p.U, both.dU, rate))
}
