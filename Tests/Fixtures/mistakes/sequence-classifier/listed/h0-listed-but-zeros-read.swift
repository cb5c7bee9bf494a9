// expected: initial-state-ignored
// mistaken: letterStates
// calling: classScores, classifierGradients

func letterStates(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> [Vector] {
  var h = [h0]
  for t in 0..<letters.count {
    var next = p.bh + p.Wx[column: letters[t]]
    for i in 0..<next.count {
      for j in 0..<next.count { next[i] += p.Wh[i, j] * (t == 0 ? 0 : h[t][j]) }
      next[i] = tanh(next[i])
    }
    h.append(next)
  }
  return h
}
