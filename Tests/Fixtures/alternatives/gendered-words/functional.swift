// Expressions only; the decision compares scores with the threshold's own score.

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
  Vector((0..<E.rows).map { dot(p.w, E[row: $0]) + p.b })
}

/// The mean over the words of -log sigmoid(s) where y is 1, and of -log (1 - sigmoid(s)) where it is 0.
func genderLoss(_ s: Vector, _ y: [Int]) -> Double {
  -zip(s, y).map { Double($1) * logSigmoid($0) + Double(1 - $1) * logSigmoid(-$0) }.reduce(0, +) / Double(s.count)
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
  (0..<steps).reduce(p) { current, _ in
    let g = genderGradients(E, y, current)
    return WordClassifier(w: current.w - rate * g.dw, b: current.b - rate * g.db)
  }
}

/// The rows of the words that are taken for gendered, whose probability is above the threshold, in ascending order.
func genderedWords(_ E: Matrix, _ p: WordClassifier, _ threshold: Double) -> [Int] {
  let least = log(threshold / (1 - threshold))
  return wordScores(E, p).enumerated().filter { $0.element > least }.map(\.offset)
}
