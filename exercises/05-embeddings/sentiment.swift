// Sentiment from averaged embeddings: frozen, or fine-tuned with the classifier.
//
// Write the average of a review's vectors, the scores and the loss, the gradients one line at a time, then a step and a
// pass of training that leave the embeddings alone or train them too.
// Check your work with: gradus check sentiment

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

// MARK: Yours to write

/// The average of the vectors of a review's words; a word that comes twice counts twice.
func averagedEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  todo("the mean of the words' rows")
}

/// The scores z = W a + b of the classes of a review.
func sentimentScores(_ words: [Int], _ p: SentimentParameters) -> Vector {
  todo("W a + b")
}

/// The loss L = -log softmax(z)[label] of a review, finite for scores of any size.
func sentimentLoss(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> Double {
  todo("-log softmax(z)[label]")
}

/// The gradient dz with respect to the scores of a review whose class is `label`.
func sentimentScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  todo("dz")
}

/// The gradient da with respect to the average, which the scores saw through W.
func averagedEmbeddingGradient(_ dz: Vector, _ W: Matrix) -> Vector {
  todo("da")
}

/// The gradient dE of a table of `V` words: each place in the review adds its share of da to the row of its word.
func sentimentTableGradient(_ da: Vector, _ words: [Int], _ V: Int) -> Matrix {
  todo("dE")
}

/// All gradients of the loss of one review.
func sentimentGradients(_ words: [Int], _ label: Int, _ p: SentimentParameters) -> SentimentGradients {
  todo("dE, dW and db")
}

/// The parameters after one step down the gradient; where the embeddings are frozen, `E` stays as it is.
func sentimentStep(
  _ words: [Int], _ label: Int, _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  todo("one step, frozen or fine-tuned")
}

/// The parameters after one pass over the reviews, a step for each, in the order given.
func sentimentEpoch(
  _ reviews: [[Int]], _ labels: [Int], _ p: SentimentParameters, _ rate: Double, _ isFrozen: Bool
) -> SentimentParameters {
  todo("a step for each review")
}
