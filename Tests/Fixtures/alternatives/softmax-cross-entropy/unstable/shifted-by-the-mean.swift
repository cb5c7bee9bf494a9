// Unstable: the mean is taken out where it ought to be the largest score, so exponentials still overflow.

import LinearAlgebra

/// The largest of the scores.
private func largest(_ z: Vector) -> Double { z.reduce(-.infinity, max) }

/// The scores less the largest of them, so that no exponential can overflow: none is above 0, and one is 0.
func shiftedScores(_ z: Vector) -> Vector {
  let m = largest(z)
  return z.map { $0 - m }
}

/// The probabilities yHat = exp(z) / sum_k exp(z_k), for scores of any size.
func wordProbabilities(_ z: Vector) -> Vector {
  let mean = z.sum / Double(z.count)
  let powers = exp(z.map { $0 - mean })
  return powers / powers.sum
}

/// The number log sum_k exp(z_k), which brings the scores to logarithms of probabilities; for scores of any size.
func logNormaliser(_ z: Vector) -> Double {
  let powers = exp(shiftedScores(z))
  return largest(z) + log(powers.sum)
}

/// The logarithms of the probabilities, finite even where a probability is too small for a number.
func logWordProbabilities(_ z: Vector) -> Vector {
  let normaliser = logNormaliser(z)
  return z.map { $0 - normaliser }
}

/// The cross-entropy L = -sum_k y_k log yHat_k of a target `y`, whose entries sum to 1.
func crossEntropy(_ z: Vector, _ y: Vector) -> Double {
  let logYHat = logWordProbabilities(z)
  return -dot(y, logYHat)
}

/// The cross-entropy where the target is the single word of this index: -log yHat[target].
func wordLoss(_ z: Vector, _ target: Int) -> Double {
  logNormaliser(z) - z[target]
}

/// The derivatives of the probabilities by the scores, V x V: entry [i, j] is that of yHat_i by z_j.
func softmaxJacobian(_ z: Vector) -> Matrix {
  let yHat = wordProbabilities(z)
  var J = -outer(yHat, yHat)
  for i in 0..<z.count {
    J[i, i] += yHat[i]
  }
  return J
}

/// The gradient dz of the cross-entropy of a target `y`, whose entries sum to 1.
func crossEntropyGradient(_ z: Vector, _ y: Vector) -> Vector {
  let yHat = wordProbabilities(z)
  return yHat - y
}

/// The loss J of T positions, the mean of theirs; row t of `Z` holds the scores at one position.
func meanWordLoss(_ Z: Matrix, _ targets: [Int]) -> Double {
  var sum = 0.0
  for t in targets.indices {
    sum += wordLoss(Z[row: t], targets[t])
  }
  return sum / Double(targets.count)
}

/// The gradient of ``meanWordLoss(_:_:)`` with respect to all scores, T x V.
func meanWordLossGradient(_ Z: Matrix, _ targets: [Int]) -> Matrix {
  var dZ = Matrix.zeros(Z.rows, Z.columns)
  for t in targets.indices {
    let y = Vector.oneHot(targets[t], count: Z.columns)
    dZ[row: t] = crossEntropyGradient(Z[row: t], y) / Double(targets.count)
  }
  return dZ
}
