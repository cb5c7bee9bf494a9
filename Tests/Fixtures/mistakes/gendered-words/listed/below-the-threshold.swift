// expected: neutral-words-listed
// mistaken: genderedWords

func genderGradients(_ E: Matrix, _ y: [Int], _ p: WordClassifier) -> WordClassifierGradients {
  let ds = genderScoreGradient(wordScores(E, p), y)
  let dw = (0..<E.rows).reduce(Vector.zeros(E.columns)) { $0 + ds[$1] * E[row: $1] }
  return WordClassifierGradients(dw: dw, db: ds.reduce(0, +))
}

func genderedWords(_ E: Matrix, _ p: WordClassifier, _ threshold: Double) -> [Int] {
  let s = wordScores(E, p)
  return (0..<E.rows).filter { sigmoid(s[$0]) < threshold }
}
