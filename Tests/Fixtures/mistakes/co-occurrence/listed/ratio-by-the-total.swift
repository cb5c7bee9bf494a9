// expected: ratio-of-counts
// mistaken: probabilityRatio

func probabilityRatio(_ X: Matrix, _ i: Int, _ j: Int, _ k: Int) -> Double {
  let total = X.elements.reduce(0, +)
  return (X[i, k] / total) / (X[j, k] / total)
}
