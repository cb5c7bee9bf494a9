// expected: targets-not-shifted
// mistaken: trainingPair

import LinearAlgebra

struct TrainingPair {
  var inputs: [Int]
  var targets: [Int]
}

func trainingPair(_ words: [Int]) -> TrainingPair {
  TrainingPair(inputs: words, targets: words)
}

func stepLoss(_ z: Vector, _ y: Int) -> Double {
  logSumExp(z) - z[y]
}

private func mean(_ numbers: [Double]) -> Double {
  numbers.reduce(0, +) / Double(numbers.count)
}

func meanStepLoss(_ z: [Vector], _ y: [Int]) -> Double {
  mean(zip(z, y).map { stepLoss($0, $1) })
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
  let steps = zip(z.flatMap { $0 }, y.flatMap { $0 })
  return mean(steps.filter { $0.1 != pad }.map { stepLoss($0.0, $0.1) })
}
