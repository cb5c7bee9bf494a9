// expected: dot-product-scores
// mistaken: analogyAccuracy

func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  var right = 0.0
  for question in questions {
    let scores = E * (E[row: question.b] - E[row: question.a] + E[row: question.c])
    let asked = [question.a, question.b, question.c]
    let words = (0..<E.rows).filter { !asked.contains($0) }
    if words.max(by: { scores[$0] < scores[$1] }) == question.d { right += 1 }
  }
  return right / Double(questions.count)
}
