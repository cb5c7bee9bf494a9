// Analogies by arithmetic with word vectors: a is to b as c is to which word d?
//
// The lecture's symbols: the rows of E, V x D, are the vectors e of all words; d is the word whose vector has the largest
// cosine with e_b - e_a + e_c. No vector is zero.

import LinearAlgebra

// Given.

/// A question with its answer, "a is to b as c is to d", of the indices of four different words.
struct AnalogyQuestion {
  var a: Int
  var b: Int
  var c: Int
  var d: Int
}

/// The vector of length 1 that points the same way; the product of two such vectors is their cosine.
private func unit(_ v: Vector) -> Vector {
  v / v.norm
}

/// The place where the answer should lie: from e_c, the same step that leads from e_a to e_b.
func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector {
  let step = E[row: b] - E[row: a]
  return E[row: c] + step
}

/// The cosine of every word's vector with the target.
func analogyScores(_ E: Matrix, _ target: Vector) -> Vector {
  Vector((0..<E.rows).map { dot(unit(E[row: $0]), unit(target)) })
}

/// The index of the largest score, the first of several, among those that `excluded` does not list.
func bestRemaining(_ scores: Vector, _ excluded: [Int]) -> Int {
  let candidates = scores.indices.filter { !excluded.contains($0) }
  return candidates.reduce(candidates[0]) { scores[$1] > scores[$0] ? $1 : $0 }
}

/// The answer to "a is to b as c is to which word?"; it is none of the three.
func solvedAnalogy(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Int {
  let scores = analogyScores(E, analogyTarget(E, a, b, c))
  return bestRemaining(scores, [a, b, c])
}

/// The rank of the right answer among all words but the three of the question: 1 if it is found.
func answerRank(_ E: Matrix, _ question: AnalogyQuestion) -> Int {
  let asked = [question.a, question.b, question.c]
  let scores = analogyScores(E, analogyTarget(E, question.a, question.b, question.c))
  let better = scores.indices.filter { !asked.contains($0) && scores[$0] > scores[question.d] }
  return better.count + 1
}

/// The share of the questions whose right answer is found.
func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  let solved = questions.filter { solvedAnalogy(E, $0.a, $0.b, $0.c) == $0.d }
  return Double(solved.count) / Double(questions.count)
}

/// How parallel the two steps of a question are: the cosine of e_b - e_a and e_d - e_c.
func stepCosine(_ E: Matrix, _ question: AnalogyQuestion) -> Double {
  let first = E[row: question.b] - E[row: question.a]
  let second = E[row: question.d] - E[row: question.c]
  return dot(unit(first), unit(second))
}
