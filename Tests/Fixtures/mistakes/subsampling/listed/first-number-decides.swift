// expected: all-or-nothing
// mistaken: subsampledText

func wordFrequencies(_ text: [Int], _ V: Int) -> Vector {
  let groups = Dictionary(grouping: text) { $0 }
  return Vector((0..<V).map { Double(groups[$0]?.count ?? 0) / Double(text.count) })
}

func keepProbability(_ f: Double, _ t: Double) -> Double {
  f > t ? pow(t / f, 0.5) : 1
}

func programKeepProbability(_ f: Double, _ t: Double) -> Double {
  let times = f / t
  if times == 0 { return 1 }
  let p = (sqrt(times) + 1) / times
  return p < 1 ? p : 1
}

func keepProbabilities(_ text: [Int], _ V: Int, _ t: Double) -> Vector {
  let f = wordFrequencies(text, V)
  var p = Vector.zeros(V)
  for word in 0..<V { p[word] = keepProbability(f[word], t) }
  return p
}

func subsampledText(_ text: [Int], _ keep: Vector, _ u: [Double]) -> [Int] {
  var stays: [Int: Bool] = [:]
  for (word, number) in zip(text, u) where stays[word] == nil { stays[word] = number < keep[word] }
  return text.filter { stays[$0] == true }
}

func expectedTextLength(_ text: [Int], _ keep: Vector) -> Double {
  var times = Array(repeating: 0.0, count: keep.count)
  for word in text { times[word] += 1 }
  var sum = 0.0
  for word in times.indices { sum += times[word] * keep[word] }
  return sum
}
