// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

func shiftedScores(_ z: Vector) -> Vector {
  var largest = z[0]
  for i in 1..<max(z.count, 1) where z[i] > largest { largest = z[i] }
  var shifted = z
  for i in 0..<z.count { shifted[i] -= largest }
  return shifted
}

func wordProbabilities(_ z: Vector) -> Vector {
  var p = exp(shiftedScores(z))
  var total = 0.0
  for power in p { total += power }
  for i in 0..<p.count { p[i] /= total }
  return p
}

func logNormaliser(_ z: Vector) -> Double {
  let shifted = shiftedScores(z)
  var total = 0.0
  for score in shifted { total += exp(score) }
  return z[0] - shifted[0] + log(total)
}

func logWordProbabilities(_ z: Vector) -> Vector {
  let normaliser = logNormaliser(z)
  var result = z
  for i in 0..<z.count { result[i] -= normaliser }
  return result
}

func crossEntropy(_ z: Vector, _ y: Vector) -> Double {
  let logs = logWordProbabilities(z)
  var loss = 0.0
  for k in 0..<z.count { loss -= y[k] * logs[k] }
  return loss
}

func wordLoss(_ z: Vector, _ target: Int) -> Double {
  let logs = logWordProbabilities(z)
  return 0 - logs[target]
}

func softmaxJacobian(_ z: Vector) -> Matrix {
  let p = wordProbabilities(z)
  var J = Matrix.zeros(z.count, z.count)
  for i in 0..<z.count {
    for j in 0..<z.count {
      if i == j {
        J[i, j] = p[i] * (1 - p[i])
      } else {
        J[i, j] = -p[i] * p[j]
      }
    }
  }
  return J
}

func crossEntropyGradient(_ z: Vector, _ y: Vector) -> Vector {
  var dz = wordProbabilities(z)
  for k in 0..<dz.count { dz[k] -= y[k] }
  return dz
}

func meanWordLoss(_ Z: Matrix, _ targets: [Int]) -> Double {
  var total = 0.0
  for t in 0..<Z.rows { total += wordLoss(Z[row: t], targets[t]) }
  return total / Double(Z.rows)
}

func meanWordLossGradient(_ Z: Matrix, _ targets: [Int]) -> Matrix {
  var dZ = Matrix.zeros(Z.rows, Z.columns)
  for t in 0..<Z.rows {
    let p = wordProbabilities(Z[row: t])
    for k in 0..<Z.columns {
      let y = targets[t] == k ? 1.0 : 0.0
      dZ[t, k] = (p[k] - y) / Double(Z.rows)
    }
  }
  return dZ
}
