// expected: none
// mistaken: skipGramGradients

func skipGramPairs(_ text: [Int], _ m: Int) -> [SkipGramPair] {
  text.indices.flatMap { t in
    around(t, text, m).map { SkipGramPair(centre: text[t], outside: $0) }
  }
}

func skipGramScores(_ centre: Int, _ p: SkipGramTables) -> Vector {
  return p.U * p.W[row: centre]
}

func skipGramLogProbability(_ outside: Int, _ centre: Int, _ p: SkipGramTables) -> Double {
  logSoftmax(skipGramScores(centre, p))[outside]
}

func skipGramObjective(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  let logs = skipGramPairs(text, m).map { skipGramLogProbability($0.outside, $0.centre, p) }
  return logs.reduce(0, +) / Double(text.count)
}

func skipGramLoss(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  0 - skipGramObjective(text, m, p)
}

func skipGramScoreGradient(_ z: Vector, _ outside: [Int]) -> Vector {
  let counts = outside.reduce(into: Vector.zeros(z.count)) { $0[$1] += 1 }
  return counts.sum * softmax(z) - counts
}

func skipGramCentreGradient(_ dz: Vector, _ U: Matrix) -> Vector {
  return U.transposed * dz
}

func skipGramOutsideGradient(_ dz: Vector, _ v: Vector) -> Matrix {
  return outer(dz, v)
}

func skipGramGradients(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> SkipGramGradients {
  var total = SkipGramGradients(dW: 0 * p.W, dU: 0 * p.U)
  for (t, centre) in text.enumerated() {
    let dz = skipGramScoreGradient(skipGramScores(centre, p), around(t, text, m))
    total.dW[row: centre] += skipGramCentreGradient(dz, p.U)
    total.dU += skipGramOutsideGradient(dz, p.W[row: centre])
  }
  total.dU = total.dU / Double(text.count)
  return total
}
