// expected: all-words-alike
// mistaken: noiseDistribution

func noiseDistribution(_ counts: [Int], _ alpha: Double) -> Vector {
  return Vector(repeating: 1 / Double(counts.count), count: counts.count)
}
