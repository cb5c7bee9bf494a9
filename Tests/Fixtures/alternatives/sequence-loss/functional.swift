// No loop and no variable: map, zip and reduce.

import LinearAlgebra

// Given: what a sentence teaches, inputs and the words that should follow them.

/// A sentence as a network is trained on it: `targets[t]` is the word that follows `inputs[t]`.
struct TrainingPair {
  var inputs: [Int]
  var targets: [Int]
}

/// The inputs and the targets that the words of a sentence, two at least, are made of.
func trainingPair(_ words: [Int]) -> TrainingPair {
  let pairs = zip(words, words.dropFirst())
  return TrainingPair(inputs: pairs.map { $0.0 }, targets: pairs.map { $0.1 })
}

/// The loss of one step, -log softmax(z)[y], finite for scores of any size.
func stepLoss(_ z: Vector, _ y: Int) -> Double {
  logSumExp(z) - z[y]
}

/// The loss of one sequence, the mean over its steps.
func meanStepLoss(_ z: [Vector], _ y: [Int]) -> Double {
  zip(z, y).map { stepLoss($0, $1) }.reduce(0, +) / Double(y.count)
}

/// The loss L = -1/(NT) sum_i sum_t log softmax(z_it)[y_it] of N sequences of T steps each.
func batchLoss(_ z: [[Vector]], _ y: [[Int]]) -> Double {
  zip(z, y).map { meanStepLoss($0, $1) }.reduce(0, +) / Double(y.count)
}

/// The gradient of ``batchLoss`` with respect to every score, dz_it = (softmax(z_it) - one-hot(y_it)) / (NT).
func batchScoreGradients(_ z: [[Vector]], _ y: [[Int]]) -> [[Vector]] {
  zip(z, y).map { scores, words in
    zip(scores, words).map { scores, word in
      (softmax(scores) - Vector.oneHot(word, count: scores.count)) / Double(z.count) / Double(words.count)
    }
  }
}

/// The loss of sequences that were filled up to a common length: the mean over the steps whose target is not `pad`.
func paddedLoss(_ z: [[Vector]], _ y: [[Int]], _ pad: Int) -> Double {
  let losses = zip(z.joined(), y.joined()).filter { $1 != pad }.map { stepLoss($0, $1) }
  return losses.reduce(0, +) / Double(losses.count)
}
