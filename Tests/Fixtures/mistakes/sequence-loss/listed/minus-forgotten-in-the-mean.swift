// expected: loss-is-negative
// mistaken: meanStepLoss
// calling: batchLoss

func trainingPair(_ words: [Int]) -> TrainingPair {
  TrainingPair(inputs: Array(words[..<(words.count - 1)]), targets: Array(words[1...]))
}

func meanStepLoss(_ z: [Vector], _ y: [Int]) -> Double {
  mean(zip(z, y).map { logSoftmax($0)[$1] })
}

func paddedLoss(_ z: [[Vector]], _ y: [[Int]], _ pad: Int) -> Double {
  let steps = zip(z.flatMap { $0 }, y.flatMap { $0 })
  return mean(steps.filter { $0.1 != pad }.map { stepLoss($0.0, $0.1) })
}
