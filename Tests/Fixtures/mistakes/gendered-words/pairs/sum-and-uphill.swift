// expected: sum-instead-of-mean, step-uphill
// mistaken: genderLoss, trainedGenderClassifier

func wordScores(_ E: Matrix, _ p: WordClassifier) -> Vector {
  var s = Vector.zeros(E.rows)
  for i in 0..<E.rows {
    s[i] = p.b
    for k in 0..<E.columns { s[i] += E[i, k] * p.w[k] }
  }
  return s
}

func genderLoss(_ s: Vector, _ y: [Int]) -> Double {
  var loss = 0.0
  for i in s.indices { loss -= logSigmoid(y[i] == 0 ? -s[i] : s[i]) }
  return loss
}

func genderScoreGradient(_ s: Vector, _ y: [Int]) -> Vector {
  var ds = sigmoid(s)
  for i in ds.indices where y[i] == 1 { ds[i] -= 1 }
  return ds / Double(ds.count)
}

func trainedGenderClassifier(
  _ E: Matrix, _ y: [Int], _ p: WordClassifier, _ rate: Double, _ steps: Int
) -> WordClassifier {
  var (w, b) = (p.w, p.b)
  var step = 0
  while step < steps {
    let ds = genderScoreGradient(wordScores(E, WordClassifier(w: w, b: b)), y)
    w += rate * (E.transposed * ds)
    b += rate * ds.sum
    step += 1
  }
  return WordClassifier(w: w, b: b)
}
