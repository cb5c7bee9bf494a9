// Unstable: the loss is the logarithm of a probability that has underflowed to 0.

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
  var sum = Vector.zeros(E.columns)
  for word in words {
    sum += E[row: word]
  }
  return sum / Double(words.count)
}

/// The scores z = W a + b of the classes of a review.
func sentimentScores(_ words: [Int], _ p: SentimentParameters) -> Vector {
  let a = averagedEmbedding(words, p.E)
  return p.W * a + p.b
}

/// The loss L = -log softmax(z)[label] of a review, finite for scores of any size.
func sentimentLoss(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> Double {
  let probabilities = softmax(sentimentScores(words, p))
  return -log(probabilities[label])
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
  let share = da / Double(words.count)
  var dE = Matrix.zeros(V, da.count)
  for word in words {
    dE[row: word] += share
  }
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
  var current = p
  for (words, label) in zip(reviews, labels) {
    current = sentimentStep(words, label, current, rate, isFrozen)
  }
  return current
}
