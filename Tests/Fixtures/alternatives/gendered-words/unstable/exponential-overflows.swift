// Unstable: the softplus is computed as it is written, and its exponential overflows.

import LinearAlgebra

// MARK: Given

/// A linear classifier of word vectors with D entries.
struct WordClassifier {
  /// The weights: D entries.
  var w: Vector

  /// The bias.
  var b: Double
}

/// The gradient of the loss with respect to the classifier's parameters.
struct WordClassifierGradients {
  /// With respect to the weights: D entries.
  var dw: Vector

  /// With respect to the bias.
  var db: Double
}

/// The scores of all words: the product of each vector with the weights, and the bias.
func wordScores(_ E: Matrix, _ p: WordClassifier) -> Vector {
  let products = E * p.w
  return p.b + products
}

/// The mean over the words of -log sigmoid(s) where y is 1, and of -log (1 - sigmoid(s)) where it is 0.
func genderLoss(_ s: Vector, _ y: [Int]) -> Double {
  var sum = 0.0
  for (score, label) in zip(s, y) {
    sum += label == 1 ? log(1 + exp(-score)) : log(1 + exp(score))
  }
  return sum / Double(y.count)
}

/// The gradient ds of the mean loss with respect to the scores.
func genderScoreGradient(_ s: Vector, _ y: [Int]) -> Vector {
  let labels = Vector(y.map { Double($0) })
  let errors = sigmoid(s) - labels
  return errors / Double(y.count)
}

/// The gradients of the mean loss with respect to the weights and the bias.
func genderGradients(_ E: Matrix, _ y: [Int], _ p: WordClassifier) -> WordClassifierGradients {
  let ds = genderScoreGradient(wordScores(E, p), y)
  return WordClassifierGradients(dw: E.transposed * ds, db: ds.sum)
}

/// The classifier after `steps` steps down the gradient, each over all words.
func trainedGenderClassifier(
  _ E: Matrix, _ y: [Int], _ p: WordClassifier, _ rate: Double, _ steps: Int
) -> WordClassifier {
  var trained = p
  for _ in 0..<steps {
    let g = genderGradients(E, y, trained)
    trained.w -= rate * g.dw
    trained.b -= rate * g.db
  }
  return trained
}

/// The rows of the words that are taken for gendered, whose probability is above the threshold, in ascending order.
func genderedWords(_ E: Matrix, _ p: WordClassifier, _ threshold: Double) -> [Int] {
  let probabilities = sigmoid(wordScores(E, p))
  return probabilities.indices.filter { probabilities[$0] > threshold }
}
