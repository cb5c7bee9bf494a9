// expected: input-and-forget-exchanged, variance-taken-as-given
// mistaken: gatedState, batchNormGradients
// calling: normalisedStep, normalisedSequence, evaluatedStates

func gatedState(_ s: Vector, _ c: Vector) -> NormalisedState {
  let H = c.count
  let q = (0..<4).map { Vector(s[$0 * H..<($0 + 1) * H]) }
  let cell = sigmoid(q[1]) .* c + sigmoid(q[0]) .* tanh(q[3])
  return NormalisedState(h: sigmoid(q[2]) .* tanh(cell), c: cell)
}

func batchNormGradients(_ dy: [Vector], _ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> BatchNormGradients {
  let mean = batchMean(a)
  let deviation = batchVariance(a).map { sqrt($0 + epsilon) }
  let meanDy = batchMean(dy)
  var out = BatchNormGradients(da: a, dgamma: .zeros(gamma.count))
  for n in a.indices {
    for k in gamma.indices {
      out.dgamma[k] += dy[n][k] * (a[n][k] - mean[k]) / deviation[k]
      out.da[n][k] = gamma[k] * (dy[n][k] - meanDy[k]) / deviation[k]
    }
  }
  return out
}
