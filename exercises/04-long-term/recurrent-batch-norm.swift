// Recurrent batch normalisation: an LSTM whose scores are normalised over a batch, at each time step.
//
// Write the statistics and the normalisation, the cell for a batch and for one sequence alone, and the gradients through a
// normalisation. Take out each `todo` as you replace it. Check with: gradus check recurrent-batch-norm
//
// A batch is an array of vectors, one for each of its N sequences. Arrays count from 0: x[t] and the results [t] belong to
// step t + 1, and in them [n] to sequence n + 1. The 4H rows of Wh, Wx and of the scores are those of the forget gate, the
// input gate, the output gate and the candidate, in this order.

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
  todo("the mean")
}

/// The variance of a batch, entry by entry: the mean of the squared distances from the batch's mean.
func batchVariance(_ a: [Vector]) -> Vector {
  todo("the variance")
}

/// One vector normalised by the given statistics: gamma .* (a - mean) / sqrt(variance + epsilon).
func normalised(_ a: Vector, _ mean: Vector, _ variance: Vector, _ gamma: Vector, _ epsilon: Double) -> Vector {
  todo("gamma .* (a - mean) / sqrt(variance + epsilon)")
}

/// A batch normalised by its own statistics.
func batchNormalised(_ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> [Vector] {
  todo("the batch, normalised")
}

/// The scores s_t = BN(Wh h_{t-1}) + BN(Wx x_t) + b of a batch; `h` holds each h_{t-1}, `x` each x_t.
func normalisedScores(_ h: [Vector], _ x: [Vector], _ p: NormalisedLSTM) -> [Vector] {
  todo("s_t")
}

/// What an LSTM makes of the scores `s` of one sequence, from `c`, which is c_{t-1}; the cell itself is not normalised.
func gatedState(_ s: Vector, _ c: Vector) -> NormalisedState {
  todo("c_t and h_t")
}

/// One step of the whole batch; `states` are those before the step.
func normalisedStep(_ states: [NormalisedState], _ x: [Vector], _ p: NormalisedLSTM) -> [NormalisedState] {
  todo("the states after one step")
}

/// The states of the whole batch after each step; `x[t]` holds the inputs of all sequences at step t + 1.
func normalisedSequence(
  _ x: [[Vector]], _ start: [NormalisedState], _ p: NormalisedLSTM
) -> [[NormalisedState]] {
  todo("the states after each step")
}

/// The statistics of one step of a batch, which are kept for evaluation; `h` holds each h_{t-1}, `x` each x_t.
func stepStatistics(_ h: [Vector], _ x: [Vector], _ p: NormalisedLSTM) -> StepStatistics {
  todo("the statistics of one step")
}

/// The states of one sequence alone, by kept statistics, one for each step; the last one serves for all later steps.
func evaluatedStates(
  _ x: [Vector], _ start: NormalisedState, _ statistics: [StepStatistics], _ p: NormalisedLSTM
) -> [NormalisedState] {
  todo("the states of one sequence")
}

/// A loss to try the gradients on, sum_n dot(dy, BN(a)); its gradient with respect to the normalised vectors is `dy`.
func batchNormLoss(_ dy: [Vector], _ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> Double {
  todo("the loss")
}

/// The gradients through a normalisation of the batch `a`; `dy` is the gradient with respect to its results.
func batchNormGradients(_ dy: [Vector], _ a: [Vector], _ gamma: Vector, _ epsilon: Double) -> BatchNormGradients {
  todo("da and dgamma")
}
