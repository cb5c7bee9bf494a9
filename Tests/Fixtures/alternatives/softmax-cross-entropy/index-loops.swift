// Index by index, with plain loops and no operator on whole vectors.

import LinearAlgebra

func shiftedScores(_ z: Vector) -> Vector {
  var m = z[0]
  for i in 1..<z.count where z[i] > m { m = z[i] }
  var shifted = z
  for i in 0..<z.count { shifted[i] -= m }
  return shifted
}

func wordProbabilities(_ z: Vector) -> Vector {
  var yHat = shiftedScores(z)
  var sum = 0.0
  for i in 0..<z.count {
    yHat[i] = exp(yHat[i])
    sum += yHat[i]
  }
  for i in 0..<z.count { yHat[i] /= sum }
  return yHat
}

func logNormaliser(_ z: Vector) -> Double {
  var m = z[0]
  for i in 1..<z.count where z[i] > m { m = z[i] }
  var sum = 0.0
  for i in stride(from: z.count - 1, through: 0, by: -1) { sum += exp(z[i] - m) }
  return log(sum) + m
}

func logWordProbabilities(_ z: Vector) -> Vector {
  var result = Vector.zeros(z.count)
  let n = logNormaliser(z)
  for i in 0..<z.count { result[i] = z[i] - n }
  return result
}

func crossEntropy(_ z: Vector, _ y: Vector) -> Double {
  let logs = logWordProbabilities(z)
  var loss = 0.0
  for i in 0..<z.count where y[i] != 0 { loss -= y[i] * logs[i] }
  return loss
}

func wordLoss(_ z: Vector, _ target: Int) -> Double {
  let logs = logWordProbabilities(z)
  return -logs[target]
}

func softmaxJacobian(_ z: Vector) -> Matrix {
  let p = wordProbabilities(z)
  var J = Matrix.zeros(z.count, z.count)
  for i in 0..<z.count {
    for j in 0..<z.count { J[i, j] = p[i] * ((i == j ? 1 : 0) - p[j]) }
  }
  return J
}

func crossEntropyGradient(_ z: Vector, _ y: Vector) -> Vector {
  var dz = wordProbabilities(z)
  for i in 0..<z.count { dz[i] -= y[i] }
  return dz
}

func meanWordLoss(_ Z: Matrix, _ targets: [Int]) -> Double {
  var mean = 0.0
  for t in 0..<Z.rows { mean += wordLoss(Z[row: t], targets[t]) / Double(Z.rows) }
  return mean
}

func meanWordLossGradient(_ Z: Matrix, _ targets: [Int]) -> Matrix {
  var dZ = Z
  for t in 0..<Z.rows {
    let yHat = wordProbabilities(Z[row: t])
    for k in 0..<Z.columns {
      dZ[t, k] = yHat[k] / Double(Z.rows)
      if k == targets[t] { dZ[t, k] -= 1 / Double(Z.rows) }
    }
  }
  return dZ
}
