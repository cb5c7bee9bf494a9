// expected: unit-length-first
// mistaken: analogyTarget
// calling: solvedAnalogy, answerRank, analogyAccuracy

func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector {
  var unit = E
  for word in 0..<E.rows { unit[row: word] = E[row: word] / E[row: word].norm }
  return unit[row: b] + unit[row: c] - unit[row: a]
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
  let own = scores[question.d]
  for word in [question.a, question.b, question.c] { scores[word] = -2 }
  return 1 + scores.filter { $0 > own }.count
}

func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  let points = questions.map { answerRank(E, $0) == 1 ? 1.0 : 0.0 }
  return Vector(points).sum / Double(points.count)
}

func stepCosine(_ E: Matrix, _ question: AnalogyQuestion) -> Double {
  let u = E[row: question.b] - E[row: question.a]
  let v = E[row: question.d] - E[row: question.c]
  return dot(u, v) / sqrt(u.squaredNorm * v.squaredNorm)
}
