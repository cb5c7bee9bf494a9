// The score as a sum of three products, divided by the length of the target at the end.

import LinearAlgebra

struct AnalogyQuestion {
  var a: Int
  var b: Int
  var c: Int
  var d: Int
}

private func length(_ v: Vector) -> Double { sqrt(dot(v, v)) }

func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector {
  var weights = Vector.zeros(E.rows)
  weights[a] -= 1
  weights[b] += 1
  weights[c] += 1
  return E.transposed * weights
}

func analogyScores(_ E: Matrix, _ target: Vector) -> Vector {
  let unit = target / length(target)
  return Vector((0..<E.rows).map { dot(E[row: $0] / length(E[row: $0]), unit) })
}

func bestRemaining(_ scores: Vector, _ excluded: [Int]) -> Int {
  let left = scores.indices.filter { index in excluded.allSatisfy { $0 != index } }
  let top = left.map { scores[$0] }.max() ?? 0
  return left.first { scores[$0] == top } ?? -1
}

func solvedAnalogy(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Int {
  // The target's length divides all scores alike, so the three products alone decide.
  let (ea, eb, ec) = (E[row: a], E[row: b], E[row: c])
  let scores = (0..<E.rows).map { row in
    let e = E[row: row]
    return (dot(e, eb) - dot(e, ea) + dot(e, ec)) / length(e)
  }
  return bestRemaining(Vector(scores), [a, b, c])
}

func answerRank(_ E: Matrix, _ question: AnalogyQuestion) -> Int {
  let scores = analogyScores(E, analogyTarget(E, question.a, question.b, question.c))
  let others = scores.indices.filter { ![question.a, question.b, question.c, question.d].contains($0) }
  return 1 + others.filter { scores[$0] >= scores[question.d] }.count
}

func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  let wrong = questions.filter { answerRank(E, $0) > 1 }.count
  return 1 - Double(wrong) / Double(questions.count)
}

func stepCosine(_ E: Matrix, _ question: AnalogyQuestion) -> Double {
  let first = E[row: question.a] - E[row: question.b]
  let second = E[row: question.c] - E[row: question.d]
  return dot(first, second) / (length(first) * length(second))
}
