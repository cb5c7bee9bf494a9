// expected: neutral-words-left-out
// mistaken: genderLoss

func wordScores(_ E: Matrix, _ p: WordClassifier) -> Vector {
  var s = Vector.zeros(E.rows)
  for i in 0..<E.rows {
    s[i] = p.b
    for k in 0..<E.columns { s[i] += E[i, k] * p.w[k] }
  }
  return s
}

func genderLoss(_ s: Vector, _ y: [Int]) -> Double {
  let gendered = y.indices.filter { y[$0] == 1 }
  if gendered.isEmpty { return 0 }
  return -gendered.map { logSigmoid(s[$0]) }.reduce(0, +) / Double(gendered.count)
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
    w -= rate * (E.transposed * ds)
    b -= rate * ds.sum
    step += 1
  }
  return WordClassifier(w: w, b: b)
}
