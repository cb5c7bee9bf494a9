// Skip-gram with the full softmax: the words around a centre word are predicted from it.
//
// Write the pairs of a text, the objective, and the gradients of both tables. Take out each `todo` as you replace it.
// Check with: gradus check skip-gram-softmax
//
// Words count from 0. Both tables have a row per word: W holds the centre vectors v, U the outside vectors u.

import LinearAlgebra

// Given: the pairs of a text, the two tables and their gradients, for V words and vectors of length D.

/// A word in the centre, and one that stands near it.
struct SkipGramPair {
  var centre: Int
  var outside: Int
}

/// The two tables; a word has a row in each.
struct SkipGramTables {
  var W: Matrix  // V x D: the centre vectors v
  var U: Matrix  // V x D: the outside vectors u
}

/// The gradient of the loss with respect to each table.
struct SkipGramGradients {
  var dW: Matrix
  var dU: Matrix
}

/// All pairs of a text whose positions differ by at most `m`: in the order of the centres, then of the outside words.
func skipGramPairs(_ text: [Int], _ m: Int) -> [SkipGramPair] {
  todo("the pairs of the text")
}

/// The scores z = U v of all words around the centre word, whose row of W is v.
func skipGramScores(_ centre: Int, _ p: SkipGramTables) -> Vector {
  todo("z")
}

/// The logarithm of the probability of an outside word, given the centre word; finite for scores of any size.
func skipGramLogProbability(_ outside: Int, _ centre: Int, _ p: SkipGramTables) -> Double {
  todo("log p(o | c)")
}

/// The objective J: over all pairs of a text the sum of the logarithms, divided by the number of words of the text.
func skipGramObjective(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  todo("J")
}

/// The loss L = -J.
func skipGramLoss(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  todo("L")
}

/// The gradient dz of one centre: of minus the sum of log softmax(z)[o] over the outside words o.
func skipGramScoreGradient(_ z: Vector, _ outside: [Int]) -> Vector {
  todo("dz")
}

/// The gradient dv with respect to the centre's vector.
func skipGramCentreGradient(_ dz: Vector, _ U: Matrix) -> Vector {
  todo("dv")
}

/// One centre's share of dU.
func skipGramOutsideGradient(_ dz: Vector, _ v: Vector) -> Matrix {
  todo("the share of dU")
}

/// Both gradients of ``skipGramLoss(_:_:_:)``; a word that is the centre several times has the sum of its shares.
func skipGramGradients(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> SkipGramGradients {
  todo("both gradients")
}
