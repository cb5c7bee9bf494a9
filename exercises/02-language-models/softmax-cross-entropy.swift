// From scores to probabilities, to a loss, and back to the gradient of the scores.
//
// Write every line of the way yourself: `softmax`, `logSoftmax` and `logSumExp` of the toolbox are what you build here.
// `exp` and `log` work on numbers and on whole vectors. Take out each `todo` as you replace it.
// Check with: gradus check softmax-cross-entropy
//
// z are the scores of the V words, yHat their probabilities, y the target. Arrays count from 0.

import LinearAlgebra

/// The scores less the largest of them, so that no exponential can overflow: none is above 0, and one is 0.
func shiftedScores(_ z: Vector) -> Vector {
  todo("z - max z")
}

/// The probabilities yHat = exp(z) / sum_k exp(z_k), for scores of any size.
func wordProbabilities(_ z: Vector) -> Vector {
  todo("yHat")
}

/// The number log sum_k exp(z_k), which brings the scores to logarithms of probabilities; for scores of any size.
func logNormaliser(_ z: Vector) -> Double {
  todo("log sum_k exp(z_k)")
}

/// The logarithms of the probabilities, finite even where a probability is too small for a number.
func logWordProbabilities(_ z: Vector) -> Vector {
  todo("log yHat")
}

/// The cross-entropy L = -sum_k y_k log yHat_k of a target `y`, whose entries sum to 1.
func crossEntropy(_ z: Vector, _ y: Vector) -> Double {
  todo("L")
}

/// The cross-entropy where the target is the single word of this index: -log yHat[target].
func wordLoss(_ z: Vector, _ target: Int) -> Double {
  todo("-log yHat[target]")
}

/// The derivatives of the probabilities by the scores, V x V: entry [i, j] is that of yHat_i by z_j.
func softmaxJacobian(_ z: Vector) -> Matrix {
  todo("diag(yHat) - yHat yHat^T")
}

/// The gradient dz of the cross-entropy of a target `y`, whose entries sum to 1.
func crossEntropyGradient(_ z: Vector, _ y: Vector) -> Vector {
  todo("dz")
}

/// The loss J of T positions, the mean of theirs; row t of `Z` holds the scores at one position.
func meanWordLoss(_ Z: Matrix, _ targets: [Int]) -> Double {
  todo("J")
}

/// The gradient of ``meanWordLoss(_:_:)`` with respect to all scores, T x V.
func meanWordLossGradient(_ Z: Matrix, _ targets: [Int]) -> Matrix {
  todo("dZ")
}
