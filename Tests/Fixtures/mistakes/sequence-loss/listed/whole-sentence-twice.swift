// expected: targets-not-shifted
// mistaken: trainingPair

func trainingPair(_ words: [Int]) -> TrainingPair {
  TrainingPair(inputs: words, targets: words)
}

func meanStepLoss(_ z: [Vector], _ y: [Int]) -> Double {
  mean(zip(z, y).map { stepLoss($0, $1) })
}

func paddedLoss(_ z: [[Vector]], _ y: [[Int]], _ pad: Int) -> Double {
  let steps = zip(z.flatMap { $0 }, y.flatMap { $0 })
  return mean(steps.filter { $0.1 != pad }.map { stepLoss($0.0, $0.1) })
}
