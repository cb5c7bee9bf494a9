// The gradient as the lesson derives it: the scores reach the loss through every probability. The quotients y / yHat are
// never formed; the Jacobian's rows are divided by the probabilities beforehand.

import LinearAlgebra

func shiftedScores(_ z: Vector) -> Vector {
  let m = z.elements.max() ?? 0
  return (-m) + z
}

private func normalised(_ powers: Vector) -> Vector { (1 / powers.sum) * powers }

func wordProbabilities(_ z: Vector) -> Vector { normalised(exp(shiftedScores(z))) }

func logNormaliser(_ z: Vector) -> Double {
  let shifted = shiftedScores(z)
  return z[0] - shifted[0] + log(exp(shifted).elements.sorted().reduce(0, +))
}

func logWordProbabilities(_ z: Vector) -> Vector {
  let shifted = shiftedScores(z)
  let n = log(exp(shifted).sum)
  return shifted.map { $0 - n }
}

func crossEntropy(_ z: Vector, _ y: Vector) -> Double { logNormaliser(z) * y.sum - dot(y, z) }

func wordLoss(_ z: Vector, _ target: Int) -> Double {
  let shifted = shiftedScores(z)
  return log(exp(shifted).sum) - shifted[target]
}

func softmaxJacobian(_ z: Vector) -> Matrix {
  let yHat = wordProbabilities(z)
  return Matrix(
    (0..<z.count).map { i in (yHat[i] * (Vector.oneHot(i, count: z.count) - yHat)).elements })
}

/// Row i holds the derivatives of log yHat_i.
private func jacobianOfLogarithms(_ z: Vector) -> Matrix {
  let yHat = wordProbabilities(z)
  return Matrix.identity(z.count) - outer(Vector.ones(z.count), yHat)
}

func crossEntropyGradient(_ z: Vector, _ y: Vector) -> Vector { -(jacobianOfLogarithms(z).transposed * y) }

func meanWordLoss(_ Z: Matrix, _ targets: [Int]) -> Double {
  let losses = Vector(targets.indices.map { wordLoss(Z[row: $0], targets[$0]) })
  return dot(losses, Vector(repeating: 1 / Double(losses.count), count: losses.count))
}

func meanWordLossGradient(_ Z: Matrix, _ targets: [Int]) -> Matrix {
  var dZ: [[Double]] = []
  for t in targets.indices {
    let y = Vector.oneHot(targets[t], count: Z.columns) / Double(targets.count)
    let yHat = wordProbabilities(Z[row: t]) / Double(targets.count)
    dZ.append((yHat - y).elements)
  }
  return Matrix(dZ)
}
