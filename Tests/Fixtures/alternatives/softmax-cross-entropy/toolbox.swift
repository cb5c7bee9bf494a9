// With the toolbox's own functions throughout.

import LinearAlgebra

func shiftedScores(_ z: Vector) -> Vector {
  let sorted = z.elements.sorted()
  return z - Vector(repeating: sorted[sorted.count - 1], count: z.count)
}

func wordProbabilities(_ z: Vector) -> Vector { softmax(z) }

func logNormaliser(_ z: Vector) -> Double { logSumExp(z) }

func logWordProbabilities(_ z: Vector) -> Vector { logSoftmax(z) }

func crossEntropy(_ z: Vector, _ y: Vector) -> Double { -(y .* logSoftmax(z)).sum }

func wordLoss(_ z: Vector, _ target: Int) -> Double { -logSoftmax(z)[target] }

func softmaxJacobian(_ z: Vector) -> Matrix {
  let yHat = softmax(z)
  var diagonal = Matrix.identity(z.count)
  for i in 0..<z.count { diagonal[i, i] = yHat[i] }
  return diagonal - outer(yHat, yHat)
}

func crossEntropyGradient(_ z: Vector, _ y: Vector) -> Vector { softmax(z) - y }

func meanWordLoss(_ Z: Matrix, _ targets: [Int]) -> Double {
  zip(0..<Z.rows, targets).map { t, target in -logSoftmax(Z[row: t])[target] }.reduce(0, +) / Double(Z.rows)
}

func meanWordLossGradient(_ Z: Matrix, _ targets: [Int]) -> Matrix {
  let rows = targets.enumerated().map { t, target in
    (softmax(Z[row: t]) - Vector.oneHot(target, count: Z.columns)).elements
  }
  return Matrix(rows) / Double(targets.count)
}
