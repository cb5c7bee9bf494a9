// expected: upper-end-included, others-not-divided
// mistaken: noiseWord, negativeDistribution
// calling: noiseNegatives

func noiseWeights(_ counts: [Int], _ alpha: Double) -> Vector {
  Vector(counts.map { pow(Double($0), alpha) })
}

func noiseDistribution(_ counts: [Int], _ alpha: Double) -> Vector {
  noiseWeights(counts, alpha) / noiseWeights(counts, alpha).reduce(0, +)
}

func noiseBounds(_ p: Vector) -> Vector {
  Vector(p.indices.map { p[0...$0].reduce(0, +) })
}

func noiseWord(_ bounds: Vector, _ u: Double) -> Int {
  let number = min(u, bounds[bounds.count - 1])
  var range = bounds[...]
  while range.count > 1 {
    let middle = range.startIndex + (range.count - 1) / 2
    range = bounds[middle] < number ? range[(middle + 1)...] : range[...middle]
  }
  return range.startIndex
}

func noiseNegatives(_ bounds: Vector, _ target: Int, _ K: Int, _ u: [Double]) -> [Int] {
  let words = u.map { noiseWord(bounds, $0) }.filter { $0 != target }
  return Array(words.prefix(K))
}

func negativeDistribution(_ p: Vector, _ target: Int) -> Vector {
  p .* Vector(p.indices.map { $0 == target ? 0 : 1 })
}
