// expected: rank-from-zero, one-step-reversed
// mistaken: answerRank, stepCosine

func answerRank(_ E: Matrix, _ question: AnalogyQuestion) -> Int {
  let target = E[row: question.b] - E[row: question.a] + E[row: question.c]
  let own = cosine(E[row: question.d], target)
  var better = 0
  for word in 0..<E.rows where ![question.a, question.b, question.c, question.d].contains(word) {
    if cosine(E[row: word], target) > own { better += 1 }
  }
  return better
}

func stepCosine(_ E: Matrix, _ question: AnalogyQuestion) -> Double {
  cosine(E[row: question.b] - E[row: question.a], E[row: question.c] - E[row: question.d])
}
