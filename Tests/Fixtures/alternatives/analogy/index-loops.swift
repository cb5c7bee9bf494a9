// Entry by entry, with nothing but indices.

import LinearAlgebra

struct AnalogyQuestion {
  var a: Int
  var b: Int
  var c: Int
  var d: Int
}

func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector {
  var target = Vector.zeros(E.columns)
  for d in 0..<E.columns { target[d] = E[b, d] - E[a, d] + E[c, d] }
  return target
}

func analogyScores(_ E: Matrix, _ target: Vector) -> Vector {
  var scores = Vector.zeros(E.rows)
  for row in 0..<E.rows {
    var (product, square, targetSquare) = (0.0, 0.0, 0.0)
    for d in 0..<E.columns {
      product += E[row, d] * target[d]
      square += E[row, d] * E[row, d]
      targetSquare += target[d] * target[d]
    }
    scores[row] = product / sqrt(square) / sqrt(targetSquare)
  }
  return scores
}

func bestRemaining(_ scores: Vector, _ excluded: [Int]) -> Int {
  var best: Int?
  for index in 0..<scores.count {
    if excluded.contains(index) { continue }
    if let known = best, scores[index] <= scores[known] { continue }
    best = index
  }
  return best ?? -1
}

func solvedAnalogy(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Int {
  bestRemaining(analogyScores(E, analogyTarget(E, a, b, c)), [c, b, a])
}

func answerRank(_ E: Matrix, _ question: AnalogyQuestion) -> Int {
  let scores = analogyScores(E, analogyTarget(E, question.a, question.b, question.c))
  var rank = 1
  for word in 0..<scores.count {
    if word == question.a || word == question.b || word == question.c { continue }
    if scores[word] > scores[question.d] { rank += 1 }
  }
  return rank
}

func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  var solved = 0.0
  for question in questions where solvedAnalogy(E, question.a, question.b, question.c) == question.d { solved += 1 }
  return solved / Double(questions.count)
}

func stepCosine(_ E: Matrix, _ question: AnalogyQuestion) -> Double {
  var (product, first, second) = (0.0, 0.0, 0.0)
  for d in 0..<E.columns {
    let (x, y) = (E[question.b, d] - E[question.a, d], E[question.d, d] - E[question.c, d])
    product += x * y
    first += x * x
    second += y * y
  }
  return product / sqrt(first * second)
}
