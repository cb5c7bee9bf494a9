// Each word has scores of its own, and the review's scores are their mean; the step is recursive over the reviews.

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
  let first = E[row: words[0]]
  let rest = Array(words.dropFirst())
  if rest.isEmpty { return first }
  let share = 1 / Double(words.count)
  return share * first + (1 - share) * averagedEmbedding(rest, E)
}

/// The scores z = W a + b of the classes of a review.
func sentimentScores(_ words: [Int], _ p: SentimentParameters) -> Vector {
  var z = p.b
  for word in words { z += (p.W * p.E[row: word]) / Double(words.count) }
  return z
}

/// The loss L = -log softmax(z)[label] of a review, finite for scores of any size.
func sentimentLoss(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> Double {
  let logProbabilities = logSoftmax(sentimentScores(words, p))
  return -logProbabilities[label]
}

/// The gradient dz with respect to the scores of a review whose class is `label`.
func sentimentScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  let yHat = softmax(z)
  let target = Vector.oneHot(label, count: z.count)
  return yHat - target
}

/// The gradient da with respect to the average, which the scores saw through W.
func averagedEmbeddingGradient(_ dz: Vector, _ W: Matrix) -> Vector {
  W.transposed * dz
}

/// The gradient dE of a table of `V` words: each place in the review adds its share of da to the row of its word.
func sentimentTableGradient(_ da: Vector, _ words: [Int], _ V: Int) -> Matrix {
  var counts: [Int: Int] = [:]
  for word in words { counts[word, default: 0] += 1 }
  var dE = Matrix.zeros(V, da.count)
  for (word, count) in counts { dE[row: word] = (Double(count) / Double(words.count)) * da }
  return dE
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
  var next = p
  next.W -= rate * g.dW
  next.b -= rate * g.db
  if !isFrozen {
    next.E -= rate * g.dE
  }
  return next
}

/// The parameters after one pass over the reviews, a step for each, in the order given.
func sentimentEpoch(
  _ reviews: [[Int]], _ labels: [Int], _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  guard let words = reviews.first, let label = labels.first else { return p }
  let next = sentimentStep(words, label, p, rate, isFrozen)
  return sentimentEpoch(Array(reviews.dropFirst()), Array(labels.dropFirst()), next, rate, isFrozen)
}
