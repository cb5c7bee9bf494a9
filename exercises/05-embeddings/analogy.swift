// Analogies by arithmetic with word vectors: a is to b as c is to which word d?
//
// Take out each `todo` as you replace it. The rows of E, V x D, are the vectors of the words. No vector is zero.
// Check with: gradus check analogy

import LinearAlgebra

// Given.

/// A question with its answer, "a is to b as c is to d", of the indices of four different words.
struct AnalogyQuestion {
  var a: Int
  var b: Int
  var c: Int
  var d: Int
}

/// The place where the answer should lie: from e_c, the same step that leads from e_a to e_b.
func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector {
  todo("e_b - e_a + e_c")
}

/// The cosine of every word's vector with the target.
func analogyScores(_ E: Matrix, _ target: Vector) -> Vector {
  todo("a cosine for each word")
}

/// The index of the largest score, the first of several, among those that `excluded` does not list.
func bestRemaining(_ scores: Vector, _ excluded: [Int]) -> Int {
  todo("the best that is not excluded")
}

/// The answer to "a is to b as c is to which word?"; it is none of the three.
func solvedAnalogy(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Int {
  todo("d")
}

/// The rank of the right answer among all words but the three of the question: 1 if it is found.
func answerRank(_ E: Matrix, _ question: AnalogyQuestion) -> Int {
  todo("1 if the answer is found")
}

/// The share of the questions whose right answer is found.
func analogyAccuracy(_ E: Matrix, _ questions: [AnalogyQuestion]) -> Double {
  todo("the share that is found")
}

/// How parallel the two steps of a question are: the cosine of e_b - e_a and e_d - e_c.
func stepCosine(_ E: Matrix, _ question: AnalogyQuestion) -> Double {
  todo("cos(e_b - e_a, e_d - e_c)")
}
