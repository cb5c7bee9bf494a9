// Unstable: the variance is the mean of the squares minus the square of the mean, and cancels far from 0.

import LinearAlgebra

// Given: the parameters of a cell with H units and inputs of length D, its states, statistics and gradients.

/// The parameters of the normalised LSTM; `epsilon` is given, and the same in both normalisations.
struct NormalisedLSTM {
  var Wh: Matrix  // 4H x H
  var Wx: Matrix  // 4H x D
  var b: Vector  // 4H
  var gammaH: Vector  // 4H, the scale of what comes from the state
  var gammaX: Vector  // 4H, the scale of what comes from the input
  var epsilon: Double
}

/// What the cell carries from step to step for one sequence: the hidden state and the cell state, of length H.
struct NormalisedState {
  var h: Vector
  var c: Vector
}

/// The statistics of one step, of length 4H: those of Wh h_{t-1} and those of Wx x_t.
struct StepStatistics {
  var meanH: Vector
  var varianceH: Vector
  var meanX: Vector
  var varianceX: Vector
}

/// The gradient of the loss with respect to what is normalised, a vector for each sequence, and to the scale.
struct BatchNormGradients {
  var da: [Vector]
  var dgamma: Vector
}

/// The mean of a batch, entry by entry.
func batchMean(_ a: [Vector]) -> Vector {
  var total = Vector.zeros(a[0].count)
  for vector in a {
    total += vector
  }
  return total / Double(a.count)
}

/// The variance of a batch, entry by entry: the mean of the squared distances from the batch's mean.
func batchVariance(_ a: [Vector]) -> Vector {
  let mean = batchMean(a)
  return batchMean(a.map { $0 .* $0 }) - mean .* mean
}

/// One vector normalised by the given statistics: gamma .* (a - mean) / sqrt(variance + epsilon).
func normalised(_ a: Vector, _ mean: Vector, _ variance: Vector, _ gamma: Vector, _ epsilon: Double) -> Vector {
  let scale = variance.map { 1 / sqrt($0 + epsilon) }
  return gamma .* (a - mean) .* scale
}

/// A batch normalised by its own statistics.
func batchNormalised(_ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> [Vector] {
  let mean = batchMean(a)
  let variance = batchVariance(a)
  return a.map { normalised($0, mean, variance, gamma, epsilon) }
}

/// The scores s_t = BN(Wh h_{t-1}) + BN(Wx x_t) + b of a batch; `h` holds each h_{t-1}, `x` each x_t.
func normalisedScores(_ h: [Vector], _ x: [Vector], _ p: NormalisedLSTM) -> [Vector] {
  let fromState = batchNormalised(h.map { p.Wh * $0 }, p.gammaH, p.epsilon)
  let fromInput = batchNormalised(x.map { p.Wx * $0 }, p.gammaX, p.epsilon)
  return zip(fromState, fromInput).map { $0 + $1 + p.b }
}

/// What an LSTM makes of the scores `s` of one sequence, from `c`, which is c_{t-1}; the cell itself is not normalised.
func gatedState(_ s: Vector, _ c: Vector) -> NormalisedState {
  let H = c.count
  let f = sigmoid(Vector(s[..<H]))
  let i = sigmoid(Vector(s[H..<2 * H]))
  let o = sigmoid(Vector(s[2 * H..<3 * H]))
  let candidate = tanh(Vector(s[(3 * H)...]))
  let cell = f .* c + i .* candidate
  return NormalisedState(h: o .* tanh(cell), c: cell)
}

/// One step of the whole batch; `states` are those before the step.
func normalisedStep(_ states: [NormalisedState], _ x: [Vector], _ p: NormalisedLSTM) -> [NormalisedState] {
  let s = normalisedScores(states.map { $0.h }, x, p)
  return zip(s, states).map { gatedState($0, $1.c) }
}

/// The states of the whole batch after each step; `x[t]` holds the inputs of all sequences at step t + 1.
func normalisedSequence(
  _ x: [[Vector]], _ start: [NormalisedState], _ p: NormalisedLSTM
) -> [[NormalisedState]] {
  var history: [[NormalisedState]] = []
  var states = start
  for inputs in x {
    states = normalisedStep(states, inputs, p)
    history.append(states)
  }
  return history
}

/// The statistics of one step of a batch, which are kept for evaluation; `h` holds each h_{t-1}, `x` each x_t.
func stepStatistics(_ h: [Vector], _ x: [Vector], _ p: NormalisedLSTM) -> StepStatistics {
  let fromState = h.map { p.Wh * $0 }
  let fromInput = x.map { p.Wx * $0 }
  return StepStatistics(
    meanH: batchMean(fromState),
    varianceH: batchVariance(fromState),
    meanX: batchMean(fromInput),
    varianceX: batchVariance(fromInput)
  )
}

/// The states of one sequence alone, by kept statistics, one for each step; the last one serves for all later steps.
func evaluatedStates(
  _ x: [Vector], _ start: NormalisedState, _ statistics: [StepStatistics], _ p: NormalisedLSTM
) -> [NormalisedState] {
  var states: [NormalisedState] = []
  var state = start
  for (t, input) in x.enumerated() {
    let kept = statistics[min(t, statistics.count - 1)]
    let fromState = normalised(p.Wh * state.h, kept.meanH, kept.varianceH, p.gammaH, p.epsilon)
    let fromInput = normalised(p.Wx * input, kept.meanX, kept.varianceX, p.gammaX, p.epsilon)
    state = gatedState(fromState + fromInput + p.b, state.c)
    states.append(state)
  }
  return states
}

/// A loss to try the gradients on, sum_n dot(dy, BN(a)); its gradient with respect to the normalised vectors is `dy`.
func batchNormLoss(_ dy: [Vector], _ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> Double {
  zip(dy, batchNormalised(a, gamma, epsilon)).reduce(0) { $0 + dot($1.0, $1.1) }
}

/// The gradients through a normalisation of the batch `a`; `dy` is the gradient with respect to its results.
func batchNormGradients(_ dy: [Vector], _ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> BatchNormGradients {
  let scale = batchVariance(a).map { 1 / sqrt($0 + epsilon) }
  let unscaled = batchNormalised(a, .ones(gamma.count), epsilon)
  let g = dy.map { gamma .* $0 }

  let throughMean = batchMean(g)
  let throughVariance = batchMean(zip(g, unscaled).map { $0 .* $1 })
  let da = zip(g, unscaled).map { scale .* ($0 - throughMean - $1 .* throughVariance) }

  var dgamma = Vector.zeros(gamma.count)
  for (d, result) in zip(dy, unscaled) {
    dgamma += d .* result
  }
  return BatchNormGradients(da: da, dgamma: dgamma)
}
