// expected: logarithm-of-softmax
// mistaken: skipGramObjective

func skipGramObjective(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  var J = 0.0
  for t in 0..<text.count {
    let yHat = softmax(p.U * p.W[row: text[t]])
    for s in 0..<text.count where s != t && abs(s - t) <= m { J += log(yHat[text[s]]) }
  }
  return J / Double(text.count)
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
