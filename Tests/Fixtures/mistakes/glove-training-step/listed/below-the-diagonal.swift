// expected: half-of-the-matrix
// mistaken: countedPairs

func countedPairs(_ X: Matrix) -> [CountedPair] {
  var list: [CountedPair] = []
  for i in 0..<X.rows {
    for j in 0..<X.columns where j <= i && X[i, j] > 0 { list.append(CountedPair(word: i, context: j, count: X[i, j])) }
  }
  return list
}
