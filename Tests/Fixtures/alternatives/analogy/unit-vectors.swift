// The target and every row brought to length 1; the three words are set below every cosine.

import LinearAlgebra

struct AnalogyQuestion {
  var a: Int
  var b: Int
  var c: Int
  var d: Int
}

private func unit(_ v: Vector) -> Vector { v / v.norm }

func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector { E[row: b] + (E[row: c] - E[row: a]) }

func analogyScores(_ E: Matrix, _ target: Vector) -> Vector {
  var units = E
  for row in 0..<E.rows { units[row: row] = unit(E[row: row]) }
  return units * unit(target)
}

func bestRemaining(_ scores: Vector, _ excluded: [Int]) -> Int {
  var remaining = scores
  for index in excluded { remaining[index] = -Double.infinity }
  var best = 0
  for index in remaining.indices where remaining[index] > remaining[best] { best = index }
  return best
}

func solvedAnalogy(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Int {
  bestRemaining(analogyScores(E, analogyTarget(E, a, b, c)), [a, b, c])
}

func answerRank(_ E: Matrix, _ question: AnalogyQuestion) -> Int {
  let (a, b, c) = (question.a, question.b, question.c)
  let scores = analogyScores(E, analogyTarget(E, a, b, c))
  var passed: [Int] = [a, b, c]
  while true {
    let best = bestRemaining(scores, passed)
    if best == question.d { return passed.count - 2 }
    passed.append(best)
  }
}

func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  questions.map { answerRank(E, $0) == 1 ? 1 : 0 }.reduce(0, +) / Double(questions.count)
}

func stepCosine(_ E: Matrix, _ question: AnalogyQuestion) -> Double {
  dot(unit(E[row: question.b] - E[row: question.a]), unit(E[row: question.d] - E[row: question.c]))
}
