// Maps and reductions instead of loops.

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
  text.indices.flatMap { t in
    text.indices.filter { $0 != t && abs($0 - t) <= m }.map { SkipGramPair(centre: text[t], outside: text[$0]) }
  }
}

/// The scores z = U v of all words around the centre word, whose row of W is v.
func skipGramScores(_ centre: Int, _ p: SkipGramTables) -> Vector {
  let v = p.W[row: centre]
  return p.U * v
}

/// The logarithm of the probability of an outside word, given the centre word; finite for scores of any size.
func skipGramLogProbability(_ outside: Int, _ centre: Int, _ p: SkipGramTables) -> Double {
  let z = skipGramScores(centre, p)
  return logSoftmax(z)[outside]
}

/// The objective J: over all pairs of a text the sum of the logarithms, divided by the number of words of the text.
func skipGramObjective(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  skipGramPairs(text, m).map { skipGramLogProbability($0.outside, $0.centre, p) }.reduce(0, +) / Double(text.count)
}

/// The loss L = -J.
func skipGramLoss(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  -skipGramObjective(text, m, p)
}

/// The gradient dz of one centre: of minus the sum of log softmax(z)[o] over the outside words o.
func skipGramScoreGradient(_ z: Vector, _ outside: [Int]) -> Vector {
  outside.map { softmax(z) - Vector.oneHot($0, count: z.count) }.reduce(Vector.zeros(z.count), +)
}

/// The gradient dv with respect to the centre's vector.
func skipGramCentreGradient(_ dz: Vector, _ U: Matrix) -> Vector {
  U.transposed * dz
}

/// One centre's share of dU.
func skipGramOutsideGradient(_ dz: Vector, _ v: Vector) -> Matrix {
  outer(dz, v)
}

/// Both gradients of ``skipGramLoss(_:_:_:)``; a word that is the centre several times has the sum of its shares.
func skipGramGradients(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> SkipGramGradients {
  let shares = skipGramPairs(text, m).map { pair in
    let dz = skipGramScoreGradient(skipGramScores(pair.centre, p), [pair.outside])
    let dv = skipGramCentreGradient(dz, p.U)
    return (
      dW: outer(Vector.oneHot(pair.centre, count: p.W.rows), dv),
      dU: skipGramOutsideGradient(dz, p.W[row: pair.centre])
    )
  }
  let T = Double(text.count)
  return SkipGramGradients(
    dW: shares.map(\.dW).reduce(0 * p.W, +) / T, dU: shares.map(\.dU).reduce(0 * p.U, +) / T)
}
