// expected: distance-scores
// mistaken: answerRank

func answerRank(_ E: Matrix, _ question: AnalogyQuestion) -> Int {
  let target = E[row: question.b] - E[row: question.a] + E[row: question.c]
  let own = (E[row: question.d] - target).norm
  var rank = 1
  for word in 0..<E.rows where ![question.a, question.b, question.c, question.d].contains(word) {
    if (E[row: word] - target).norm < own { rank += 1 }
  }
  return rank
}
