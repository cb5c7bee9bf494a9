// expected: divided-by-the-number-of-pairs
// mistaken: skipGramGradients

func skipGramGradients(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> SkipGramGradients {
  let pairs = skipGramPairs(text, m)
  var (dW, dU) = (0 * p.W, 0 * p.U)
  for pair in pairs {
    let v = p.W[row: pair.centre]
    var dz = softmax(p.U * v)
    dz[pair.outside] -= 1
    dW[row: pair.centre] += p.U.transposed * dz / Double(pairs.count)
    dU += outer(dz, v) / Double(pairs.count)
  }
  return SkipGramGradients(dW: dW, dU: dU)
}
