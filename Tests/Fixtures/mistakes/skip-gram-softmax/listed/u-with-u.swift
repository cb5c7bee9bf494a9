// expected: a-single-table
// mistaken: skipGramScores

func skipGramScores(_ centre: Int, _ p: SkipGramTables) -> Vector {
  var z = Vector.zeros(p.U.rows)
  for word in 0..<p.U.rows { z[word] = dot(p.U[row: word], p.U[row: centre]) }
  return z
}

func skipGramGradients(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> SkipGramGradients {
  var (dW, dU) = (0 * p.W, 0 * p.U)
  for t in 0..<text.count {
    let v = p.W[row: text[t]]
    for s in 0..<text.count where s != t && abs(s - t) <= m {
      var dz = softmax(p.U * v)
      dz[text[s]] -= 1
      dW[row: text[t]] += p.U.transposed * dz / Double(text.count)
      dU += outer(dz, v) / Double(text.count)
    }
  }
  return SkipGramGradients(dW: dW, dU: dU)
}
