// Training GloVe: an AdaGrad step for each pair that was counted, for both vectors and both biases.
//
// The lectures' symbols: row i of W is the word vector e_i and b[i] its bias, row j of C the context vector (e_j with a
// tilde) and c[j] its bias; x is the count of a pair, f its weight. G holds the sum of the squares of all gradients that
// each parameter has had so far.

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

// MARK: The solution

/// The pairs with a count above 0, row after row, and from left to right in each row.
func countedPairs(_ X: Matrix) -> [CountedPair] {
  var pairs: [CountedPair] = []
  for word in 0..<X.rows {
    for (context, count) in X[row: word].enumerated() where count > 0 {
      pairs.append(CountedPair(word: word, context: context, count: count))
    }
  }
  return pairs
}

/// The gradients of the loss of one pair, its weight times the square of its error, for a count `x` above 0.
func pairGradients(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double, _ settings: GloVeSettings
) -> PairGradients {
  let e = dot(w, c) + wordBias + contextBias - log(x)
  let f = pow(min(x / settings.xMax, 1), settings.alpha)
  let de = 2 * f * e
  return PairGradients(dw: de * c, dc: de * w, db: de)
}

/// The sums `G` with the squares of the gradients `g` added, entry by entry.
func adaGradSum(_ G: Vector, _ g: Vector) -> Vector {
  G + g .* g
}

/// The parameters `theta` after a step: each entry less rate * g / sqrt(G), with `G` as it is given.
func adaGradStep(_ theta: Vector, _ g: Vector, _ G: Vector, _ rate: Double) -> Vector {
  let scaled = Vector(zip(g, G).map { $0 / sqrt($1) })
  return theta - rate * scaled
}

/// Training after the step of one pair: its four gradients, then their sums, then the steps.
func trainedOnPair(_ training: GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) -> GloVeTraining {
  let (i, j) = (pair.word, pair.context)
  var (p, G) = (training.p, training.G)
  let g = pairGradients(p.W[row: i], p.C[row: j], p.b[i], p.c[j], pair.count, settings)

  G.W[row: i] = adaGradSum(G.W[row: i], g.dw)
  G.C[row: j] = adaGradSum(G.C[row: j], g.dc)
  G.b[i] += g.db * g.db
  G.c[j] += g.db * g.db

  p.W[row: i] = adaGradStep(p.W[row: i], g.dw, G.W[row: i], settings.rate)
  p.C[row: j] = adaGradStep(p.C[row: j], g.dc, G.C[row: j], settings.rate)
  p.b[i] -= settings.rate * g.db / sqrt(G.b[i])
  p.c[j] -= settings.rate * g.db / sqrt(G.c[j])
  return GloVeTraining(p: p, G: G)
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
