// expected: every-state-votes
// mistaken: classScores

func classScores(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> Vector {
  let h = letterStates(letters, h0, p)
  var sum = 0 * h0
  for t in 1...letters.count { sum += h[t] }
  return p.by + p.Wy * sum
}
