// expected: divided-by-the-vocabulary
// mistaken: averagedEmbedding

func averagedEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  var a = Vector.zeros(E.columns)
  for row in 0..<E.rows {
    let times = words.filter { $0 == row }.count
    a += Double(times) * E[row: row] / Double(E.rows)
  }
  return a
}
