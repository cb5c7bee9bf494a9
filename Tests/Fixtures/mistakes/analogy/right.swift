// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct AnalogyQuestion {
  var a: Int
  var b: Int
  var c: Int
  var d: Int
}

private func cosine(_ u: Vector, _ v: Vector) -> Double {
  dot(u, v) / (u.norm * v.norm)
}

func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector {
  var target = Vector.zeros(E.columns)
  for d in 0..<E.columns { target[d] = E[b, d] - E[a, d] + E[c, d] }
  return target
}

func analogyScores(_ E: Matrix, _ target: Vector) -> Vector {
  var scores = Vector.zeros(E.rows)
  for word in 0..<E.rows { scores[word] = cosine(E[row: word], target) }
  return scores
}

func bestRemaining(_ scores: Vector, _ excluded: [Int]) -> Int {
  var best = -1
  for word in 0..<scores.count {
    if excluded.contains(word) { continue }
    if best == -1 || scores[word] > scores[best] { best = word }
  }
  return best
}

func solvedAnalogy(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Int {
  let target = E[row: b] - E[row: a] + E[row: c]
  var (best, highest) = (-1, -2.0)
  for word in 0..<E.rows where word != a && word != b && word != c {
    let score = cosine(E[row: word], target)
    if score > highest { (best, highest) = (word, score) }
  }
  return best
}

func answerRank(_ E: Matrix, _ question: AnalogyQuestion) -> Int {
  let target = E[row: question.b] - E[row: question.a] + E[row: question.c]
  let own = cosine(E[row: question.d], target)
  var rank = 1
  for word in 0..<E.rows where ![question.a, question.b, question.c, question.d].contains(word) {
    if cosine(E[row: word], target) > own { rank += 1 }
  }
  return rank
}

func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  var right = 0.0
  for question in questions {
    let target = E[row: question.b] - E[row: question.a] + E[row: question.c]
    let asked = [question.a, question.b, question.c]
    let words = (0..<E.rows).filter { !asked.contains($0) }
    let found = words.max { cosine(E[row: $0], target) < cosine(E[row: $1], target) }
    if found == question.d { right += 1 }
  }
  return right / Double(questions.count)
}

func stepCosine(_ E: Matrix, _ question: AnalogyQuestion) -> Double {
  cosine(E[row: question.b] - E[row: question.a], E[row: question.d] - E[row: question.c])
}
