// Nothing but expressions: sums are reductions, and a pass of training is a reduction over the reviews.

import LinearAlgebra

// MARK: Given

/// The parameters, for V words, D dimensions and C classes.
struct SentimentParameters {
  /// The word vectors, perhaps trained beforehand on other text: V x D, a row per word.
  var E: Matrix

  /// The weights of the classes: C x D.
  var W: Matrix

  /// The biases of the classes: C entries.
  var b: Vector
}

/// The gradient of the loss with respect to each parameter, of its parameter's shape.
struct SentimentGradients {
  /// With respect to the word vectors: V x D.
  var dE: Matrix

  /// With respect to the weights: C x D.
  var dW: Matrix

  /// With respect to the biases: C entries.
  var db: Vector
}

/// The average of the vectors of a review's words; a word that comes twice counts twice.
func averagedEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  words.map { E[row: $0] }.reduce(Vector.zeros(E.columns), +) / Double(words.count)
}

/// The scores z = W a + b of the classes of a review.
func sentimentScores(_ words: [Int], _ p: SentimentParameters) -> Vector {
  let a = averagedEmbedding(words, p.E)
  return p.W * a + p.b
}

/// The loss L = -log softmax(z)[label] of a review, finite for scores of any size.
func sentimentLoss(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> Double {
  let z = sentimentScores(words, p)
  return logSumExp(z) - z[label]
}

/// The gradient dz with respect to the scores of a review whose class is `label`.
func sentimentScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  Vector(z.indices.map { exp(logSoftmax(z)[$0]) - ($0 == label ? 1 : 0) })
}

/// The gradient da with respect to the average, which the scores saw through W.
func averagedEmbeddingGradient(_ dz: Vector, _ W: Matrix) -> Vector {
  W.transposed * dz
}

/// The gradient dE of a table of `V` words: each place in the review adds its share of da to the row of its word.
func sentimentTableGradient(_ da: Vector, _ words: [Int], _ V: Int) -> Matrix {
  words.map { outer(Vector.oneHot($0, count: V), da / Double(words.count)) }.reduce(Matrix.zeros(V, da.count), +)
}

/// All gradients of the loss of one review.
func sentimentGradients(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> SentimentGradients {
  let a = averagedEmbedding(words, p.E)
  let dz = sentimentScoreGradient(sentimentScores(words, p), label)
  let da = averagedEmbeddingGradient(dz, p.W)
  let dE = sentimentTableGradient(da, words, p.E.rows)
  return SentimentGradients(dE: dE, dW: outer(dz, a), db: dz)
}

/// The parameters after one step down the gradient; where the embeddings are frozen, `E` stays as it is.
func sentimentStep(
  _ words: [Int], _ label: Int, _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  let g = sentimentGradients(words, label, p)
  return SentimentParameters(
    E: isFrozen ? p.E : p.E + (-rate) * g.dE, W: p.W + (-rate) * g.dW, b: p.b + (-rate) * g.db)
}

/// The parameters after one pass over the reviews, a step for each, in the order given.
func sentimentEpoch(
  _ reviews: [[Int]], _ labels: [Int], _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  zip(reviews, labels).reduce(p) { sentimentStep($1.0, $1.1, $0, rate, isFrozen) }
}
