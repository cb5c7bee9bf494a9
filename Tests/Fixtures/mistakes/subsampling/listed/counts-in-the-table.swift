// expected: counts-for-frequencies
// mistaken: keepProbabilities

func keepProbabilities(_ text: [Int], _ V: Int, _ t: Double) -> Vector {
  var counts = Vector.zeros(V)
  for word in text { counts[word] += 1 }
  return counts.map { keepProbability($0, t) }
}
