// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct TrainingPair {
  var inputs: [Int]
  var targets: [Int]
}

func trainingPair(_ words: [Int]) -> TrainingPair {
  var pair = TrainingPair(inputs: [], targets: [])
  for t in 1..<words.count {
    pair.inputs.append(words[t - 1])
    pair.targets.append(words[t])
  }
  return pair
}

func stepLoss(_ z: Vector, _ y: Int) -> Double {
  logSumExp(z) - z[y]
}

private func mean(_ numbers: [Double]) -> Double {
  numbers.reduce(0, +) / Double(numbers.count)
}

func meanStepLoss(_ z: [Vector], _ y: [Int]) -> Double {
  var total = 0.0
  for t in 0..<y.count { total += stepLoss(z[t], y[t]) }
  return total / Double(y.count)
}

func batchLoss(_ z: [[Vector]], _ y: [[Int]]) -> Double {
  mean(zip(z, y).map { meanStepLoss($0, $1) })
}

private func difference(_ z: Vector, _ y: Int) -> Vector {
  softmax(z) - Vector.oneHot(y, count: z.count)
}

func batchScoreGradients(_ z: [[Vector]], _ y: [[Int]]) -> [[Vector]] {
  zip(z, y).map { scores, targets in
    zip(scores, targets).map { difference($0, $1) / Double(z.count * scores.count) }
  }
}

func paddedLoss(_ z: [[Vector]], _ y: [[Int]], _ pad: Int) -> Double {
  var total = 0.0
  var counted = 0.0
  for i in 0..<z.count {
    for t in 0..<z[i].count {
      if y[i][t] == pad { continue }
      total += stepLoss(z[i][t], y[i][t])
      counted += 1
    }
  }
  return total / counted
}
