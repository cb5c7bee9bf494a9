// expected: sign-turned
// mistaken: batchSampledGradients

func batchSampledGradients(_ pairs: [SampledPair], _ p: SampledTables) -> SampledGradients {
  var dW: [Int: Vector] = [:]
  var dU: [Int: Vector] = [:]
  let zeros = Vector.zeros(p.W.columns)
  for pair in pairs {
    let v = p.W[row: pair.centre]
    for (k, word) in ([pair.outside] + pair.negatives).enumerated() {
      let u = p.U[row: word]
      let d = (k == 0 ? 1 : 0) - sigmoid(dot(u, v))
      dW[pair.centre, default: zeros] += d * u
      dU[word, default: zeros] += d * v
    }
  }
  return SampledGradients(
    dW: dW.map { TouchedRow(row: $0, gradient: $1) }, dU: dU.map { TouchedRow(row: $0, gradient: $1) })
}
