// expected: padding-in-the-denominator
// mistaken: paddedLoss

func trainingPair(_ words: [Int]) -> TrainingPair {
  TrainingPair(inputs: Array(words[..<(words.count - 1)]), targets: Array(words[1...]))
}

func meanStepLoss(_ z: [Vector], _ y: [Int]) -> Double {
  mean(zip(z, y).map { stepLoss($0, $1) })
}

func paddedLoss(_ z: [[Vector]], _ y: [[Int]], _ pad: Int) -> Double {
  let steps = zip(z.flatMap { $0 }, y.flatMap { $0 })
  return mean(steps.map { $0.1 == pad ? 0 : stepLoss($0.0, $0.1) })
}
