// expected: words-behind-only, own-table-on-the-way-back
// mistaken: skipGramPairs, skipGramGradients

func skipGramPairs(_ text: [Int], _ m: Int) -> [SkipGramPair] {
  var pairs: [SkipGramPair] = []
  for t in 0..<text.count {
    for s in text.indices where s > t && s <= t + m {
      pairs.append(SkipGramPair(centre: text[t], outside: text[s]))
    }
  }
  return pairs
}

func skipGramGradients(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> SkipGramGradients {
  var (dW, dU) = (0 * p.W, 0 * p.U)
  for t in 0..<text.count {
    let v = p.W[row: text[t]]
    for s in 0..<text.count where s != t && abs(s - t) <= m {
      var dz = softmax(p.U * v)
      dz[text[s]] -= 1
      dW[row: text[t]] += p.W.transposed * dz / Double(text.count)
      dU += outer(dz, v) / Double(text.count)
    }
  }
  return SkipGramGradients(dW: dW, dU: dU)
}
