// Every sum is a loop over indices, down to the single entries.

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
  var s = Vector.zeros(E.rows)
  for i in 0..<E.rows {
    s[i] = p.b
    for d in 0..<E.columns { s[i] += E[i, d] * p.w[d] }
  }
  return s
}

/// The mean over the words of -log sigmoid(s) where y is 1, and of -log (1 - sigmoid(s)) where it is 0.
func genderLoss(_ s: Vector, _ y: [Int]) -> Double {
  var loss = 0.0
  for i in 0..<s.count {
    if y[i] == 1 { loss += -logSigmoid(s[i]) / Double(s.count) }
    if y[i] == 0 { loss += (s[i] - logSigmoid(s[i])) / Double(s.count) }
  }
  return loss
}

/// The gradient ds of the mean loss with respect to the scores.
func genderScoreGradient(_ s: Vector, _ y: [Int]) -> Vector {
  var ds = Vector.zeros(s.count)
  for i in 0..<s.count { ds[i] = (sigmoid(s[i]) - Double(y[i])) / Double(s.count) }
  return ds
}

/// The gradients of the mean loss with respect to the weights and the bias.
func genderGradients(_ E: Matrix, _ y: [Int], _ p: WordClassifier) -> WordClassifierGradients {
  let s = wordScores(E, p)
  var gradients = WordClassifierGradients(dw: Vector.zeros(E.columns), db: 0)
  for i in 0..<E.rows {
    let ds = (sigmoid(s[i]) - Double(y[i])) / Double(E.rows)
    gradients.db += ds
    for d in 0..<E.columns { gradients.dw[d] += ds * E[i, d] }
  }
  return gradients
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
  var rows: [Int] = []
  for i in 0..<E.rows where sigmoid(dot(E[row: i], p.w) + p.b) > threshold { rows.append(i) }
  return rows
}
