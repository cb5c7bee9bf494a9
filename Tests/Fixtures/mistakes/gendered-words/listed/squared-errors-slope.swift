// expected: slope-of-the-sigmoid
// mistaken: genderScoreGradient

func genderScoreGradient(_ s: Vector, _ y: [Int]) -> Vector {
  Vector(
    zip(s, y).map { score, label in
      let p = sigmoid(score)
      return p * (1 - p) * (p - Double(label)) / Double(s.count)
    })
}

func genderedWords(_ E: Matrix, _ p: WordClassifier, _ threshold: Double) -> [Int] {
  var rows: [Int] = []
  for i in 0..<E.rows {
    let probability = sigmoid(dot(p.w, E[row: i]) + p.b)
    if probability > threshold { rows.append(i) }
  }
  return rows
}
