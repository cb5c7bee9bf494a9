// expected: scale-missing-on-the-way-back
// mistaken: batchNormGradients

private func total(_ a: [Vector]) -> Vector { a.dropFirst().reduce(a[0], +) }

private func inverseDeviation(_ variance: Vector, _ epsilon: Double) -> Vector {
  variance.map { 1 / sqrt($0 + epsilon) }
}

func batchMean(_ a: [Vector]) -> Vector { total(a) / Double(a.count) }

func batchVariance(_ a: [Vector]) -> Vector {
  let mean = batchMean(a)
  return batchMean(a.map { ($0 - mean) .* ($0 - mean) })
}

func normalised(_ a: Vector, _ mean: Vector, _ variance: Vector, _ gamma: Vector, _ epsilon: Double) -> Vector {
  gamma .* inverseDeviation(variance, epsilon) .* (a - mean)
}

func batchNormalised(_ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> [Vector] {
  a.map { normalised($0, batchMean(a), batchVariance(a), gamma, epsilon) }
}

func normalisedScores(_ h: [Vector], _ x: [Vector], _ p: NormalisedLSTM) -> [Vector] {
  let states = batchNormalised(h.map { p.Wh * $0 }, p.gammaH, p.epsilon)
  let inputs = batchNormalised(x.map { p.Wx * $0 }, p.gammaX, p.epsilon)
  return zip(states, inputs).map { p.b + $0 + $1 }
}

private func part(_ s: Vector, _ number: Int) -> Vector {
  let H = s.count / 4
  return Vector(s[number * H..<(number + 1) * H])
}

func gatedState(_ s: Vector, _ c: Vector) -> NormalisedState {
  let kept = sigmoid(part(s, 0)) .* c
  let written = sigmoid(part(s, 1)) .* tanh(part(s, 3))
  let cell = kept + written
  return NormalisedState(h: sigmoid(part(s, 2)) .* tanh(cell), c: cell)
}

func normalisedStep(_ states: [NormalisedState], _ x: [Vector], _ p: NormalisedLSTM) -> [NormalisedState] {
  zip(normalisedScores(states.map(\.h), x, p), states).map { gatedState($0, $1.c) }
}

func normalisedSequence(
  _ x: [[Vector]], _ start: [NormalisedState], _ p: NormalisedLSTM
) -> [[NormalisedState]] {
  var now = start
  return x.map {
    now = normalisedStep(now, $0, p)
    return now
  }
}

func stepStatistics(_ h: [Vector], _ x: [Vector], _ p: NormalisedLSTM) -> StepStatistics {
  let states = h.map { p.Wh * $0 }
  let inputs = x.map { p.Wx * $0 }
  return StepStatistics(
    meanH: batchMean(states), varianceH: batchVariance(states), meanX: batchMean(inputs),
    varianceX: batchVariance(inputs))
}

func evaluatedStates(
  _ x: [Vector], _ start: NormalisedState, _ statistics: [StepStatistics], _ p: NormalisedLSTM
) -> [NormalisedState] {
  var states = [start]
  for (t, input) in x.enumerated() {
    let st = statistics[min(t, statistics.count - 1)]
    let before = states[t]
    let s =
      p.b + normalised(p.Wh * before.h, st.meanH, st.varianceH, p.gammaH, p.epsilon)
      + normalised(p.Wx * input, st.meanX, st.varianceX, p.gammaX, p.epsilon)
    states.append(gatedState(s, before.c))
  }
  return Array(states.dropFirst())
}

func batchNormLoss(_ dy: [Vector], _ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> Double {
  zip(dy, batchNormalised(a, gamma, epsilon)).map { dot($0, $1) }.reduce(0, +)
}

func batchNormGradients(_ dy: [Vector], _ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> BatchNormGradients {
  let scale = inverseDeviation(batchVariance(a), epsilon)
  let mean = batchMean(a)
  let hat = a.map { ($0 - mean) .* scale }
  let products = zip(dy, hat).map { $0 .* $1 }
  let meanDy = batchMean(dy)
  let meanProduct = batchMean(products)
  return BatchNormGradients(
    da: zip(dy, hat).map { scale .* ($0 - meanDy - $1 .* meanProduct) }, dgamma: total(products))
}
