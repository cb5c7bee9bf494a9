// Unstable: exponentials of the scores as they are, which overflow.

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
  return z[outside] - log(exp(z).sum)
}

/// The objective J: over all pairs of a text the sum of the logarithms, divided by the number of words of the text.
func skipGramObjective(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  var sum = 0.0
  for pair in skipGramPairs(text, m) {
    sum += skipGramLogProbability(pair.outside, pair.centre, p)
  }
  return sum / Double(text.count)
}

/// The loss L = -J.
func skipGramLoss(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  -skipGramObjective(text, m, p)
}

/// The gradient dz of one centre: of minus the sum of log softmax(z)[o] over the outside words o.
func skipGramScoreGradient(_ z: Vector, _ outside: [Int]) -> Vector {
  let powers = exp(z)
  var dz = Double(outside.count) / powers.sum * powers
  for word in outside {
    dz[word] -= 1
  }
  return dz
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
  let zeros = 0 * p.W
  var gradients = SkipGramGradients(dW: zeros, dU: zeros)
  for t in text.indices {
    let centre = text[t]
    let z = skipGramScores(centre, p)
    let dz = skipGramScoreGradient(z, neighbours(text, t, m)) / Double(text.count)
    gradients.dW[row: centre] += skipGramCentreGradient(dz, p.U)
    gradients.dU += skipGramOutsideGradient(dz, p.W[row: centre])
  }
  return gradients
}

/// The words around position `t`, up to `m` on each side.
private func neighbours(_ text: [Int], _ t: Int, _ m: Int) -> [Int] {
  let before = text[max(0, t - m)..<t]
  let behind = text[(t + 1)..<min(text.count, t + m + 1)]
  return Array(before + behind)
}
