// Less accurate: a small number keeps the argument of the logarithm away from 0.

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
  let largest = z.max() ?? 0
  return largest - z[y] + log(exp(z.map { $0 - largest }).sum + 1e-7)
}

/// The loss of one sequence, the mean over its steps.
func meanStepLoss(_ z: [Vector], _ y: [Int]) -> Double {
  var total = 0.0
  for t in z.indices {
    total += stepLoss(z[t], y[t])
  }
  return total / Double(z.count)
}

/// The loss L = -1/(NT) sum_i sum_t log softmax(z_it)[y_it] of N sequences of T steps each.
func batchLoss(_ z: [[Vector]], _ y: [[Int]]) -> Double {
  var total = 0.0
  for i in z.indices {
    total += meanStepLoss(z[i], y[i])
  }
  return total / Double(z.count)
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
  var total = 0.0
  var count = 0
  for i in z.indices {
    for t in z[i].indices where y[i][t] != pad {
      total += stepLoss(z[i][t], y[i][t])
      count += 1
    }
  }
  return total / Double(count)
}
