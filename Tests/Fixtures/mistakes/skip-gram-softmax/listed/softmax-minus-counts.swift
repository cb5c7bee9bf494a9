// expected: prediction-subtracted-once
// mistaken: skipGramScoreGradient
// calling: skipGramGradients

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
  softmax(z) - outside.reduce(into: Vector.zeros(z.count)) { $0[$1] += 1 }
}

func skipGramCentreGradient(_ dz: Vector, _ U: Matrix) -> Vector {
  return U.transposed * dz
}

func skipGramOutsideGradient(_ dz: Vector, _ v: Vector) -> Matrix {
  return outer(dz, v)
}
