// expected: weights-first
// mistaken: trainedGenderClassifier

func genderGradients(_ E: Matrix, _ y: [Int], _ p: WordClassifier) -> WordClassifierGradients {
  let ds = genderScoreGradient(wordScores(E, p), y)
  let dw = (0..<E.rows).reduce(Vector.zeros(E.columns)) { $0 + ds[$1] * E[row: $1] }
  return WordClassifierGradients(dw: dw, db: ds.reduce(0, +))
}

func trainedGenderClassifier(
  _ E: Matrix, _ y: [Int], _ p: WordClassifier, _ rate: Double, _ steps: Int
) -> WordClassifier {
  var now = p
  for _ in 0..<steps {
    now.b -= rate * genderGradients(E, y, now).db
    now.w -= rate * genderGradients(E, y, now).dw
  }
  return now
}

func genderedWords(_ E: Matrix, _ p: WordClassifier, _ threshold: Double) -> [Int] {
  var rows: [Int] = []
  for i in 0..<E.rows {
    let probability = sigmoid(dot(p.w, E[row: i]) + p.b)
    if probability > threshold { rows.append(i) }
  }
  return rows
}
