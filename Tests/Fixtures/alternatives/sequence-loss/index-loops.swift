// Loops with indices, and the softmax entry by entry.

import LinearAlgebra

// Given: what a sentence teaches, inputs and the words that should follow them.

/// A sentence as a network is trained on it: `targets[t]` is the word that follows `inputs[t]`.
struct TrainingPair {
  var inputs: [Int]
  var targets: [Int]
}

/// The inputs and the targets that the words of a sentence, two at least, are made of.
func trainingPair(_ words: [Int]) -> TrainingPair {
  var inputs: [Int] = []
  var targets: [Int] = []
  for t in 0..<words.count - 1 {
    inputs.append(words[t])
    targets.append(words[t + 1])
  }
  return TrainingPair(inputs: inputs, targets: targets)
}

/// The loss of one step, -log softmax(z)[y], finite for scores of any size.
func stepLoss(_ z: Vector, _ y: Int) -> Double {
  var largest = z[0]
  for k in 1..<z.count where z[k] > largest { largest = z[k] }
  var total = 0.0
  for k in 0..<z.count { total += exp(z[k] - largest) }
  return log(total) + largest - z[y]
}

/// The loss of one sequence, the mean over its steps.
func meanStepLoss(_ z: [Vector], _ y: [Int]) -> Double {
  var mean = 0.0
  for t in 0..<y.count { mean += stepLoss(z[t], y[t]) / Double(y.count) }
  return mean
}

/// The loss L = -1/(NT) sum_i sum_t log softmax(z_it)[y_it] of N sequences of T steps each.
func batchLoss(_ z: [[Vector]], _ y: [[Int]]) -> Double {
  var total = 0.0
  for i in 0..<y.count {
    for t in 0..<y[i].count { total += stepLoss(z[i][t], y[i][t]) }
  }
  return total / Double(y.count * y[0].count)
}

/// The gradient of ``batchLoss`` with respect to every score, dz_it = (softmax(z_it) - one-hot(y_it)) / (NT).
func batchScoreGradients(_ z: [[Vector]], _ y: [[Int]]) -> [[Vector]] {
  var dz: [[Vector]] = []
  for i in 0..<y.count {
    dz.append([])
    for t in 0..<y[i].count {
      var d = softmax(z[i][t])
      d[y[i][t]] -= 1
      for k in 0..<d.count { d[k] /= Double(y.count * y[0].count) }
      dz[i].append(d)
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
