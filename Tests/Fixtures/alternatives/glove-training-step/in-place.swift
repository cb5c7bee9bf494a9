// A pass changes one value in place, and the list of pairs is made by recursion over the rows.

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

private func rows(_ X: Matrix, from row: Int) -> [CountedPair] {
  if row == X.rows { return [] }
  var pairs: [CountedPair] = []
  for column in 0..<X.columns where X[row, column] != 0 {
    pairs.append(CountedPair(word: row, context: column, count: X[row, column]))
  }
  return pairs + rows(X, from: row + 1)
}

private func step(_ training: inout GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) {
  let (i, j, rate) = (pair.word, pair.context, settings.rate)
  let (w, c) = (training.p.W[row: i], training.p.C[row: j])
  let g = pairGradients(w, c, training.p.b[i], training.p.c[j], pair.count, settings)
  training.G.c[j] += g.db * g.db
  training.G.b[i] += g.db * g.db
  training.G.C[row: j] += g.dc .* g.dc
  training.G.W[row: i] += g.dw .* g.dw
  training.p.c[j] -= rate / sqrt(training.G.c[j]) * g.db
  training.p.b[i] -= rate / sqrt(training.G.b[i]) * g.db
  training.p.C[row: j] = adaGradStep(c, g.dc, training.G.C[row: j], rate)
  training.p.W[row: i] = adaGradStep(w, g.dw, training.G.W[row: i], rate)
}

/// The pairs with a count above 0, row after row, and from left to right in each row.
func countedPairs(_ X: Matrix) -> [CountedPair] {
  rows(X, from: 0)
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
  var next = training
  step(&next, pair, settings)
  return next
}

/// Training after one pass over the pairs, a step for each, in the order given.
func trainedOnPairs(
  _ training: GloVeTraining, _ pairs: [CountedPair], _ settings: GloVeSettings
) -> GloVeTraining {
  var current = training
  for index in pairs.indices { step(&current, pairs[index], settings) }
  return current
}
