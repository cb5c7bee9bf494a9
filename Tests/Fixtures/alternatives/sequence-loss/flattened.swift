// A batch is one long sequence; what the padding takes no part in has the weight 0.

import LinearAlgebra

// Given: what a sentence teaches, inputs and the words that should follow them.

/// A sentence as a network is trained on it: `targets[t]` is the word that follows `inputs[t]`.
struct TrainingPair {
  var inputs: [Int]
  var targets: [Int]
}

/// The inputs and the targets that the words of a sentence, two at least, are made of.
func trainingPair(_ words: [Int]) -> TrainingPair {
  let inputs = Array(words.dropLast())
  let targets = Array(words.dropFirst())
  return TrainingPair(inputs: inputs, targets: targets)
}

/// The loss of one step, -log softmax(z)[y], finite for scores of any size.
func stepLoss(_ z: Vector, _ y: Int) -> Double {
  let logYHat = logSoftmax(z)
  return -logYHat[y]
}

/// The loss of one sequence, the mean over its steps.
func meanStepLoss(_ z: [Vector], _ y: [Int]) -> Double {
  batchLoss(z.map { [$0] }, y.map { [$0] })
}

/// The loss L = -1/(NT) sum_i sum_t log softmax(z_it)[y_it] of N sequences of T steps each.
func batchLoss(_ z: [[Vector]], _ y: [[Int]]) -> Double {
  var total = 0.0
  var steps = 0.0
  for (scores, word) in zip(z.flatMap { $0 }, y.flatMap { $0 }) {
    total += stepLoss(scores, word)
    steps += 1
  }
  return total / steps
}

/// The gradient of ``batchLoss`` with respect to every score, dz_it = (softmax(z_it) - one-hot(y_it)) / (NT).
func batchScoreGradients(_ z: [[Vector]], _ y: [[Int]]) -> [[Vector]] {
  var dz = z
  for i in z.indices {
    for t in z[i].indices {
      let yHat = softmax(z[i][t])
      let target = Vector.oneHot(y[i][t], count: yHat.count)
      let share = Double(z.count * z[i].count)
      dz[i][t] = (yHat - target) / share
    }
  }
  return dz
}

/// The loss of sequences that were filled up to a common length: the mean over the steps whose target is not `pad`.
func paddedLoss(_ z: [[Vector]], _ y: [[Int]], _ pad: Int) -> Double {
  let words = y.flatMap { $0 }
  let weights = Vector(words.map { $0 == pad ? 0 : 1 })
  let losses = Vector(zip(z.flatMap { $0 }, words).map { stepLoss($0, $1) })
  return dot(weights, losses) / weights.sum
}
