// expected: none
// mistaken: genderedWords

func genderLoss(_ s: Vector, _ y: [Int]) -> Double {
  let losses = zip(s, y).map { score, label in label == 0 ? -logSigmoid(-score) : -logSigmoid(score) }
  return losses.reduce(0, +) / Double(losses.count)
}

func genderedWords(_ E: Matrix, _ p: WordClassifier, _ threshold: Double) -> [Int] {
  let s = wordScores(E, p)
  return (0..<E.rows).filter { sigmoid(s[$0]) > threshold }.map { $0 + 1 }
}
