// expected: difference-turned-round
// mistaken: solvedAnalogy

func solvedAnalogy(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Int {
  let target = E[row: a] - E[row: b] + E[row: c]
  var (best, highest) = (-1, -2.0)
  for word in 0..<E.rows where word != a && word != b && word != c {
    let score = cosine(E[row: word], target)
    if score > highest { (best, highest) = (word, score) }
  }
  return best
}
