extension WordVectors {
  /// The mean of the differences of pairs of words at length 1; nil where a word is not known.
  package func meanDifference(_ pairs: [(String, String)]) -> [Double]? {
    var sum = [Double](repeating: 0, count: dimensions)
    for (first, second) in pairs {
      guard let a = vector(first)?.unit, let b = vector(second)?.unit else { return nil }
      for index in sum.indices { sum[index] += (a[index] - b[index]) / Double(pairs.count) }
    }
    return sum
  }

  /// The cosine of a word's vector and a direction; nil where the word is not known.
  package func cosine(_ word: String, _ direction: [Double]) -> Double? {
    vector(word).map { zip($0.unit, direction.unit).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
