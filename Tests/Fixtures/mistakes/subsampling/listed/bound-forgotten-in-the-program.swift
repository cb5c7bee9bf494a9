// expected: not-clamped-in-the-program
// mistaken: programKeepProbability

func wordFrequencies(_ text: [Int], _ V: Int) -> Vector {
  var shares = Vector.zeros(V)
  for place in text.indices { shares[text[place]] += 1 }
  for word in 0..<V { shares[word] /= Double(text.count) }
  return shares
}

func keepProbability(_ f: Double, _ t: Double) -> Double {
  if f <= t { return 1 }
  return sqrt(t / f)
}

func programKeepProbability(_ f: Double, _ t: Double) -> Double {
  guard f > 0 else { return 1 }
  let ratio = t / f
  return sqrt(ratio) + ratio
}

func keepProbabilities(_ text: [Int], _ V: Int, _ t: Double) -> Vector {
  let f = wordFrequencies(text, V)
  var p = Vector.zeros(V)
  for word in 0..<V { p[word] = keepProbability(f[word], t) }
  return p
}

func expectedTextLength(_ text: [Int], _ keep: Vector) -> Double {
  Vector(text.map { keep[$0] }).sum
}
