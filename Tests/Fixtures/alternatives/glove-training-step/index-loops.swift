// Every sum is a loop over indices, and every step is taken entry by entry.

import LinearAlgebra

// MARK: Given

/// A pair of words that was counted.
struct CountedPair {
  /// The word, a row of `W`.
  var word: Int

  /// The word in its context, a row of `C`.
  var context: Int

  /// How often the pair was counted, above 0.
  var count: Double
}

/// A number for each of GloVe's parameters: the parameters themselves, or sums of squared gradients.
struct GloVeTables {
  /// For the word vectors: V x D.
  var W: Matrix

  /// For the context vectors: V x D.
  var C: Matrix

  /// For the words' biases: V entries.
  var b: Vector

  /// For the contexts' biases: V entries.
  var c: Vector
}

/// How far training has come.
struct GloVeTraining {
  /// The parameters.
  var p: GloVeTables

  /// The sums of their squared gradients, all above 0.
  var G: GloVeTables
}

/// What is chosen before training.
struct GloVeSettings {
  /// The count from which on all pairs weigh the same.
  var xMax: Double

  /// The power in the weight.
  var alpha: Double

  /// The learning rate.
  var rate: Double
}

/// The gradients of one pair's loss with respect to the four parameters that it touches.
struct PairGradients {
  /// With respect to the word vector.
  var dw: Vector

  /// With respect to the context vector.
  var dc: Vector

  /// With respect to the word's bias, and to the context's: they are the same.
  var db: Double
}

/// The pairs with a count above 0, row after row, and from left to right in each row.
func countedPairs(_ X: Matrix) -> [CountedPair] {
  var pairs: [CountedPair] = []
  for i in 0..<X.rows {
    for j in 0..<X.columns {
      if X[i, j] > 0 { pairs.append(CountedPair(word: i, context: j, count: X[i, j])) }
    }
  }
  return pairs
}

/// The gradients of the loss of one pair, its weight times the square of its error, for a count `x` above 0.
func pairGradients(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double, _ settings: GloVeSettings
) -> PairGradients {
  var e = wordBias + contextBias - log(x)
  for d in 0..<w.count { e += w[d] * c[d] }
  let weight = x < settings.xMax ? pow(x / settings.xMax, settings.alpha) : 1
  var gradients = PairGradients(dw: Vector.zeros(w.count), dc: Vector.zeros(w.count), db: 2 * weight * e)
  for d in 0..<w.count {
    gradients.dw[d] = gradients.db * c[d]
    gradients.dc[d] = gradients.db * w[d]
  }
  return gradients
}

/// The sums `G` with the squares of the gradients `g` added, entry by entry.
func adaGradSum(_ G: Vector, _ g: Vector) -> Vector {
  var sum = G
  for d in 0..<g.count { sum[d] += g[d] * g[d] }
  return sum
}

/// The parameters `theta` after a step: each entry less rate * g / sqrt(G), with `G` as it is given.
func adaGradStep(_ theta: Vector, _ g: Vector, _ G: Vector, _ rate: Double) -> Vector {
  var next = theta
  for d in 0..<g.count { next[d] -= rate / sqrt(G[d]) * g[d] }
  return next
}

/// Training after the step of one pair: its four gradients, then their sums, then the steps.
func trainedOnPair(_ training: GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) -> GloVeTraining {
  var next = training
  let (i, j) = (pair.word, pair.context)
  let (p, rate) = (training.p, settings.rate)
  let g = pairGradients(p.W[row: i], p.C[row: j], p.b[i], p.c[j], pair.count, settings)
  for d in 0..<g.dw.count {
    next.G.W[i, d] += g.dw[d] * g.dw[d]
    next.G.C[j, d] += g.dc[d] * g.dc[d]
    next.p.W[i, d] -= rate * g.dw[d] / sqrt(next.G.W[i, d])
    next.p.C[j, d] -= rate * g.dc[d] / sqrt(next.G.C[j, d])
  }
  next.G.b[i] += g.db * g.db
  next.p.b[i] -= rate * g.db / sqrt(next.G.b[i])
  next.G.c[j] += g.db * g.db
  next.p.c[j] -= rate * g.db / sqrt(next.G.c[j])
  return next
}

/// Training after one pass over the pairs, a step for each, in the order given.
func trainedOnPairs(
  _ training: GloVeTraining, _ pairs: [CountedPair], _ settings: GloVeSettings
) -> GloVeTraining {
  var current = training
  for pair in pairs {
    current = trainedOnPair(current, pair, settings)
  }
  return current
}
