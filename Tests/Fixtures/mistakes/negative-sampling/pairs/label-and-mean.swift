// expected: label-forgotten, batch-averaged
// mistaken: sampledScoreGradient, batchSampledLoss

func sampledScores(_ pair: SampledPair, _ p: SampledTables) -> Vector {
  var z = Vector.zeros(1 + pair.negatives.count)
  let v = p.W[row: pair.centre]
  z[0] = dot(v, p.U[row: pair.outside])
  for (k, word) in pair.negatives.enumerated() { z[k + 1] = dot(v, p.U[row: word]) }
  return z
}

func sampledScoreGradient(_ z: Vector) -> Vector {
  z.map { sigmoid($0) }
}

func sampledRowGradients(_ dz: Vector, _ pair: SampledPair, _ v: Vector) -> [TouchedRow] {
  var weights: [Int: Double] = [pair.outside: dz[0]]
  for (i, word) in pair.negatives.enumerated() { weights[word, default: 0] += dz[i + 1] }
  return weights.map { TouchedRow(row: $0.key, gradient: $0.value * v) }
}

func batchSampledLoss(_ pairs: [SampledPair], _ p: SampledTables) -> Double {
  var total = 0.0
  for pair in pairs { total += sampledLoss(sampledScores(pair, p)) / Double(pairs.count) }
  return total
}
