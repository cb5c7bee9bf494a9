// expected: root-in-place-of-the-power
// mistaken: noiseWeights

func noiseWeights(_ counts: [Int], _ alpha: Double) -> Vector {
  var weights = Vector.zeros(counts.count)
  for w in counts.indices {
    if counts[w] > 0 { weights[w] = exp(log(Double(counts[w])) / alpha) }
  }
  return weights
}
