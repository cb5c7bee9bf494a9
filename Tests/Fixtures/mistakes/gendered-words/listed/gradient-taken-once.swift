// expected: every-step-at-the-start
// mistaken: trainedGenderClassifier

func wordScores(_ E: Matrix, _ p: WordClassifier) -> Vector {
  var s = Vector.zeros(E.rows)
  for i in 0..<E.rows {
    s[i] = p.b
    for k in 0..<E.columns { s[i] += E[i, k] * p.w[k] }
  }
  return s
}

func genderLoss(_ s: Vector, _ y: [Int]) -> Double {
  let losses = zip(s, y).map { score, label in label == 0 ? -logSigmoid(-score) : -logSigmoid(score) }
  return losses.reduce(0, +) / Double(losses.count)
}

func genderScoreGradient(_ s: Vector, _ y: [Int]) -> Vector {
  var ds = sigmoid(s)
  for i in ds.indices where y[i] == 1 { ds[i] -= 1 }
  return ds / Double(ds.count)
}

func trainedGenderClassifier(
  _ E: Matrix, _ y: [Int], _ p: WordClassifier, _ rate: Double, _ steps: Int
) -> WordClassifier {
  let g = genderGradients(E, y, p)
  let way = rate * Double(steps)
  return WordClassifier(w: p.w - way * g.dw, b: p.b - way * g.db)
}
