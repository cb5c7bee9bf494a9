// expected: centre-in-its-own-context
// mistaken: cbowTextLoss

func cbowTextLoss(_ text: [Int], _ m: Int, _ p: CBOWTables) -> Double {
  var total = 0.0
  for t in 0..<text.count {
    var h = Vector.zeros(p.W.columns)
    var C = 0.0
    for s in text.indices where abs(s - t) <= m {
      h += p.W[row: text[s]]
      C += 1
    }
    let z = p.U * (h / C)
    total += logOfSum(z) - z[text[t]]
  }
  return total
}
