// The pairs are counted first, as GloVe would do, and each different pair is worked on once.

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
  var pairs: [SkipGramPair] = []
  for t in text.indices {
    for outside in neighbours(text, t, m) {
      pairs.append(SkipGramPair(centre: text[t], outside: outside))
    }
  }
  return pairs
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
  let X = counts(text, m, p.W.rows)
  var J = 0.0
  for centre in 0..<X.rows {
    J += dot(X[row: centre], logSoftmax(skipGramScores(centre, p)))
  }
  return J / Double(text.count)
}

/// The loss L = -J.
func skipGramLoss(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  -skipGramObjective(text, m, p)
}

/// The gradient dz of one centre: of minus the sum of log softmax(z)[o] over the outside words o.
func skipGramScoreGradient(_ z: Vector, _ outside: [Int]) -> Vector {
  var x = Vector.zeros(z.count)
  for word in outside { x[word] += 1 }
  return x.sum * softmax(z) - x
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
  let X = counts(text, m, p.W.rows)
  var dZ = Matrix.zeros(X.rows, X.columns)
  for centre in 0..<X.rows {
    let x = X[row: centre]
    dZ[row: centre] = (x.sum * softmax(skipGramScores(centre, p)) - x) / Double(text.count)
  }
  return SkipGramGradients(dW: dZ * p.U, dU: dZ.transposed * p.W)
}

/// The words around position `t`, up to `m` on each side.
private func neighbours(_ text: [Int], _ t: Int, _ m: Int) -> [Int] {
  let before = text[max(0, t - m)..<t]
  let behind = text[(t + 1)..<min(text.count, t + m + 1)]
  return Array(before + behind)
}

/// How often each word stands near each other one.
private func counts(_ text: [Int], _ m: Int, _ V: Int) -> Matrix {
  var X = Matrix.zeros(V, V)
  for pair in skipGramPairs(text, m) { X[pair.centre, pair.outside] += 1 }
  return X
}
