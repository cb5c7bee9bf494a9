// Biases are further entries of the vectors, beside an entry of 1 in the other table; logarithms make the weight.

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
  let e = dot(concatenate(w, [wordBias, 1]), concatenate(c, [1, contextBias])) - log(x)
  let f = exp(settings.alpha * min(0, log(x) - log(settings.xMax)))
  return PairGradients(dw: 2 * (f * (e * c)), dc: 2 * (f * (e * w)), db: e * f + e * f)
}

/// The sums `G` with the squares of the gradients `g` added, entry by entry.
func adaGradSum(_ G: Vector, _ g: Vector) -> Vector {
  G + g .* g
}

/// The parameters `theta` after a step: each entry less rate * g / sqrt(G), with `G` as it is given.
func adaGradStep(_ theta: Vector, _ g: Vector, _ G: Vector, _ rate: Double) -> Vector {
  theta - (rate * g) .* G.map { 1 / sqrt($0) }
}

/// Training after the step of one pair: its four gradients, then their sums, then the steps.
func trainedOnPair(_ training: GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) -> GloVeTraining {
  var next = training
  let (i, j, p) = (pair.word, pair.context, training.p)
  let g = pairGradients(p.W[row: i], p.C[row: j], p.b[i], p.c[j], pair.count, settings)
  let (word, context) = (concatenate(g.dw, [g.db]), concatenate(g.dc, [g.db]))
  let wordSums = adaGradSum(concatenate(training.G.W[row: i], [training.G.b[i]]), word)
  let contextSums = adaGradSum(concatenate(training.G.C[row: j], [training.G.c[j]]), context)
  let newWord = adaGradStep(concatenate(p.W[row: i], [p.b[i]]), word, wordSums, settings.rate)
  let newContext = adaGradStep(concatenate(p.C[row: j], [p.c[j]]), context, contextSums, settings.rate)
  let D = p.W.columns
  (next.p.W[row: i], next.p.b[i]) = (Vector(newWord.dropLast()), newWord[D])
  (next.p.C[row: j], next.p.c[j]) = (Vector(newContext.dropLast()), newContext[D])
  (next.G.W[row: i], next.G.b[i]) = (Vector(wordSums.dropLast()), wordSums[D])
  (next.G.C[row: j], next.G.c[j]) = (Vector(contextSums.dropLast()), contextSums[D])
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
