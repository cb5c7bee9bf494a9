// expected: normalised-over-the-positions
// mistaken: meanWordLossGradient

private func peak(_ z: Vector) -> Double {
  z.elements.max() ?? 0
}

func shiftedScores(_ z: Vector) -> Vector {
  z - Vector(repeating: peak(z), count: z.count)
}

func wordProbabilities(_ z: Vector) -> Vector {
  exp(logWordProbabilities(z))
}

func logNormaliser(_ z: Vector) -> Double {
  let m = peak(z)
  return m + log(z.map { exp($0 - m) }.sum)
}

func logWordProbabilities(_ z: Vector) -> Vector {
  let s = shiftedScores(z)
  let c = log(exp(s).sum)
  return s.map { $0 - c }
}

func crossEntropy(_ z: Vector, _ y: Vector) -> Double {
  logNormaliser(z) * y.sum - dot(y, z)
}

func softmaxJacobian(_ z: Vector) -> Matrix {
  let p = wordProbabilities(z)
  var diagonal = Matrix.identity(z.count)
  for i in 0..<z.count { diagonal[i, i] = p[i] }
  return diagonal - outer(p, p)
}

func crossEntropyGradient(_ z: Vector, _ y: Vector) -> Vector {
  wordProbabilities(z) - y
}

func meanWordLoss(_ Z: Matrix, _ targets: [Int]) -> Double {
  let losses = targets.indices.map { wordLoss(Z[row: $0], targets[$0]) }
  return losses.reduce(0, +) / Double(losses.count)
}

func meanWordLossGradient(_ Z: Matrix, _ targets: [Int]) -> Matrix {
  let turned = Z.transposed
  var dZ = turned
  for k in 0..<turned.rows { dZ[row: k] = wordProbabilities(turned[row: k]) }
  for t in targets.indices { dZ[targets[t], t] -= 1 }
  return dZ.transposed / Double(targets.count)
}
