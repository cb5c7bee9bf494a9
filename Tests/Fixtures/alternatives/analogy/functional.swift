// Maps, filters and sorts.

import LinearAlgebra

struct AnalogyQuestion {
  var a: Int
  var b: Int
  var c: Int
  var d: Int
}

func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector {
  [(a, -1.0), (b, 1.0), (c, 1.0)].map { $0.1 * E[row: $0.0] }.reduce(Vector.zeros(E.columns), +)
}

func analogyScores(_ E: Matrix, _ target: Vector) -> Vector {
  Vector((E * target).enumerated().map { $1 / (E[row: $0].squaredNorm * target.squaredNorm).squareRoot() })
}

func bestRemaining(_ scores: Vector, _ excluded: [Int]) -> Int {
  let left = Set(scores.indices).subtracting(excluded)
  return left.sorted { (scores[$1], $0) < (scores[$0], $1) }.first ?? -1
}

func solvedAnalogy(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Int {
  bestRemaining(analogyScores(E, analogyTarget(E, a, b, c)), [a, b, c])
}

func answerRank(_ E: Matrix, _ q: AnalogyQuestion) -> Int {
  let scores = analogyScores(E, analogyTarget(E, q.a, q.b, q.c))
  let ranked = scores.indices.filter { ![q.a, q.b, q.c].contains($0) }.sorted { scores[$0] > scores[$1] }
  return (ranked.firstIndex(of: q.d) ?? -1) + 1
}

func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  let right = questions.map { solvedAnalogy(E, $0.a, $0.b, $0.c) == $0.d }
  return Double(right.filter { $0 }.count) / Double(right.count)
}

func stepCosine(_ E: Matrix, _ q: AnalogyQuestion) -> Double {
  let steps = [E[row: q.b] - E[row: q.a], E[row: q.d] - E[row: q.c]]
  return dot(steps[0], steps[1]) / steps.map(\.norm).reduce(1, *)
}
