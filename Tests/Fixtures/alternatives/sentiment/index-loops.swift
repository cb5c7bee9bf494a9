// Every sum is a loop over indices, down to the single entries.

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
  var a = Vector.zeros(E.columns)
  for d in 0..<E.columns {
    for t in 0..<words.count { a[d] += E[words[t], d] / Double(words.count) }
  }
  return a
}

/// The scores z = W a + b of the classes of a review.
func sentimentScores(_ words: [Int], _ p: SentimentParameters) -> Vector {
  let a = averagedEmbedding(words, p.E)
  var z = Vector.zeros(p.b.count)
  for k in 0..<p.b.count {
    z[k] = p.b[k]
    for d in 0..<a.count { z[k] += p.W[k, d] * a[d] }
  }
  return z
}

/// The loss L = -log softmax(z)[label] of a review, finite for scores of any size.
func sentimentLoss(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> Double {
  let z = sentimentScores(words, p)
  var largest = z[0]
  for k in 1..<z.count where z[k] > largest { largest = z[k] }
  var total = 0.0
  for k in 0..<z.count { total += exp(z[k] - largest) }
  return log(total) + largest - z[label]
}

/// The gradient dz with respect to the scores of a review whose class is `label`.
func sentimentScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  var dz = softmax(z)
  dz[label] -= 1
  return dz
}

/// The gradient da with respect to the average, which the scores saw through W.
func averagedEmbeddingGradient(_ dz: Vector, _ W: Matrix) -> Vector {
  var da = Vector.zeros(W.columns)
  for d in 0..<W.columns {
    for k in 0..<W.rows { da[d] += dz[k] * W[k, d] }
  }
  return da
}

/// The gradient dE of a table of `V` words: each place in the review adds its share of da to the row of its word.
func sentimentTableGradient(_ da: Vector, _ words: [Int], _ V: Int) -> Matrix {
  var dE = Matrix.zeros(V, da.count)
  for t in 0..<words.count {
    for d in 0..<da.count { dE[words[t], d] += da[d] / Double(words.count) }
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
  for k in 0..<p.b.count {
    next.b[k] = p.b[k] - rate * g.db[k]
    for d in 0..<p.W.columns { next.W[k, d] = p.W[k, d] - rate * g.dW[k, d] }
  }
  if isFrozen { return next }
  for i in 0..<p.E.rows {
    for d in 0..<p.E.columns { next.E[i, d] = p.E[i, d] - rate * g.dE[i, d] }
  }
  return next
}

/// The parameters after one pass over the reviews, a step for each, in the order given.
func sentimentEpoch(
  _ reviews: [[Int]], _ labels: [Int], _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  var current = p
  for index in 0..<reviews.count {
    current = sentimentStep(reviews[index], labels[index], current, rate, isFrozen)
  }
  return current
}
