// Gendered words: a linear classifier tells the words that carry gender by definition from all others.
//
// Write the scores, the mean loss, its gradients, the training, and the decision about every word of a table.
// Check your work with: gradus check gendered-words

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

// MARK: Yours to write

/// The scores of all words: the product of each vector with the weights, and the bias.
func wordScores(_ E: Matrix, _ p: WordClassifier) -> Vector {
  todo("w . e + b of each word")
}

/// The mean over the words of -log sigmoid(s) where y is 1, and of -log (1 - sigmoid(s)) where it is 0.
func genderLoss(_ s: Vector, _ y: [Int]) -> Double {
  todo("the mean loss")
}

/// The gradient ds of the mean loss with respect to the scores.
func genderScoreGradient(_ s: Vector, _ y: [Int]) -> Vector {
  todo("ds")
}

/// The gradients of the mean loss with respect to the weights and the bias.
func genderGradients(_ E: Matrix, _ y: [Int], _ p: WordClassifier) -> WordClassifierGradients {
  todo("dw and db")
}

/// The classifier after `steps` steps down the gradient, each over all words.
func trainedGenderClassifier(
  _ E: Matrix, _ y: [Int], _ p: WordClassifier, _ rate: Double, _ steps: Int
) -> WordClassifier {
  todo("steps down the gradient")
}

/// The rows of the words that are taken for gendered, whose probability is above the threshold, in ascending order.
func genderedWords(_ E: Matrix, _ p: WordClassifier, _ threshold: Double) -> [Int] {
  todo("the rows above the threshold")
}
