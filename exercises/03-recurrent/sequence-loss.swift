// The loss of a language model over a batch of sequences.
//
// Write what a sentence teaches, the loss of a step, of a sequence and of a batch, its gradient, and the loss of sequences
// that were filled up. Take out each `todo` as you replace it. Check with: gradus check sequence-loss
//
// Arrays count from 0: z[i][t] and y[i][t] belong to sequence i + 1 and step t + 1.

import LinearAlgebra

// Given: what a sentence teaches, inputs and the words that should follow them.

/// A sentence as a network is trained on it: `targets[t]` is the word that follows `inputs[t]`.
struct TrainingPair {
  var inputs: [Int]
  var targets: [Int]
}

/// The inputs and the targets that the words of a sentence, two at least, are made of.
func trainingPair(_ words: [Int]) -> TrainingPair {
  todo("inputs and targets")
}

/// The loss of one step, -log softmax(z)[y], finite for scores of any size.
func stepLoss(_ z: Vector, _ y: Int) -> Double {
  todo("the loss of one step")
}

/// The loss of one sequence, the mean over its steps.
func meanStepLoss(_ z: [Vector], _ y: [Int]) -> Double {
  todo("the loss of one sequence")
}

/// The loss L = -1/(NT) sum_i sum_t log softmax(z_it)[y_it] of N sequences of T steps each.
func batchLoss(_ z: [[Vector]], _ y: [[Int]]) -> Double {
  todo("L")
}

/// The gradient of ``batchLoss`` with respect to every score, dz_it = (softmax(z_it) - one-hot(y_it)) / (NT).
func batchScoreGradients(_ z: [[Vector]], _ y: [[Int]]) -> [[Vector]] {
  todo("dz_it")
}

/// The loss of sequences that were filled up to a common length: the mean over the steps whose target is not `pad`.
func paddedLoss(_ z: [[Vector]], _ y: [[Int]], _ pad: Int) -> Double {
  todo("the loss without the padding")
}
