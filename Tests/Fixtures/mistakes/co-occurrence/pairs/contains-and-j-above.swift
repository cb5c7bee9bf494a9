// expected: documents-counted-once, ratio-turned-round
// mistaken: documentCounts, probabilityRatio

func documentCounts(_ documents: [[Int]], _ V: Int) -> Matrix {
  var table = Matrix.zeros(V, documents.count)
  for (d, words) in documents.enumerated() {
    for w in Set(words) { table[w, d] += 1 }
  }
  return table
}

func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  let ofI = X[row: i].reduce(0, +)
  let ofJ = X[row: j].reduce(0, +)
  return (X[j, k] / ofJ) / (X[i, k] / ofI)
}
