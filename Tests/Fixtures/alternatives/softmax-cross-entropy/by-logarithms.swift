// Everything from the logarithms: probabilities are their exponentials, and the gradient is a product with the Jacobian
// that keeps the zero entries of the target out.

import LinearAlgebra

func shiftedScores(_ z: Vector) -> Vector {
  var best = -Double.infinity
  z.forEach { best = Swift.max(best, $0) }
  return Vector(z.elements.map { $0 - best })
}

func wordProbabilities(_ z: Vector) -> Vector { exp(logWordProbabilities(z)) }

func logNormaliser(_ z: Vector) -> Double {
  // The running form: two numbers, taken together one after the other.
  z.dropFirst().reduce(z[0]) { sum, score in
    Swift.max(sum, score) + log1p(exp(-abs(sum - score)))
  }
}

func logWordProbabilities(_ z: Vector) -> Vector {
  let n = logNormaliser(z)
  return z - Vector(repeating: n, count: z.count)
}

func crossEntropy(_ z: Vector, _ y: Vector) -> Double {
  var loss = 0.0
  for (share, logarithm) in zip(y, logWordProbabilities(z)).reversed() { loss += share * -logarithm }
  return loss
}

func wordLoss(_ z: Vector, _ target: Int) -> Double {
  crossEntropy(z, Vector.oneHot(target, count: z.count))
}

func softmaxJacobian(_ z: Vector) -> Matrix {
  let logarithms = logWordProbabilities(z)
  var J = Matrix.identity(z.count)
  for i in 0..<z.count {
    for j in 0..<z.count {
      J[i, j] = (i == j ? exp(logarithms[i]) : 0) - exp(logarithms[i] + logarithms[j])
    }
  }
  return J
}

func crossEntropyGradient(_ z: Vector, _ y: Vector) -> Vector {
  -1 * (y - wordProbabilities(z))
}

func meanWordLoss(_ Z: Matrix, _ targets: [Int]) -> Double {
  func sum(_ t: Int) -> Double { t == Z.rows ? 0 : wordLoss(Z[row: t], targets[t]) + sum(t + 1) }
  return sum(0) / Double(Z.rows)
}

func meanWordLossGradient(_ Z: Matrix, _ targets: [Int]) -> Matrix {
  let share = 1 / Double(targets.count)
  var dZ = Matrix.zeros(Z.rows, Z.columns)
  for (t, target) in targets.enumerated() {
    dZ[row: t] = share * wordProbabilities(Z[row: t])
    dZ[t, target] -= share
  }
  return dZ
}
