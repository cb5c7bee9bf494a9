// expected: distinct-words-only
// mistaken: cbowMean

func cbowMean(_ context: [Int], _ W: Matrix) -> Vector {
  let distinct = Set(context).sorted()
  var mean = Vector.zeros(W.columns)
  for word in distinct { mean += W[row: word] / Double(distinct.count) }
  return mean
}
