// expected: excluded-words-set-to-zero
// mistaken: answerRank

func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector {
  return E[row: b] + (E[row: c] - E[row: a])
}

func analogyScores(_ E: Matrix, _ target: Vector) -> Vector {
  let direction = target / target.norm
  return Vector((0..<E.rows).map { dot(E[row: $0], direction) / E[row: $0].norm })
}

func bestRemaining(_ scores: Vector, _ excluded: [Int]) -> Int {
  let allowed = Set(scores.indices).subtracting(excluded)
  return allowed.sorted().reduce(nil as Int?) { best, word in
    guard let best else { return word }
    return scores[word] > scores[best] ? word : best
  } ?? 0
}

func solvedAnalogy(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Int {
  bestRemaining(analogyScores(E, analogyTarget(E, a, b, c)), [a, b, c])
}

func answerRank(_ E: Matrix, _ question: AnalogyQuestion) -> Int {
  var scores = analogyScores(E, analogyTarget(E, question.a, question.b, question.c))
  for word in [question.a, question.b, question.c] { scores[word] = 0 }
  return 1 + scores.filter { $0 > scores[question.d] }.count
}

func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  let points = questions.map { solvedAnalogy(E, $0.a, $0.b, $0.c) == $0.d ? 1.0 : 0.0 }
  return Vector(points).sum / Double(points.count)
}

func stepCosine(_ E: Matrix, _ question: AnalogyQuestion) -> Double {
  let u = E[row: question.b] - E[row: question.a]
  let v = E[row: question.d] - E[row: question.c]
  return dot(u, v) / sqrt(u.squaredNorm * v.squaredNorm)
}
