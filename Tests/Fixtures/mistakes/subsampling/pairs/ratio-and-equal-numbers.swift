// expected: root-forgotten, equal-numbers-kept
// mistaken: keepProbability, subsampledText

func wordFrequencies(_ text: [Int], _ V: Int) -> Vector {
  let groups = Dictionary(grouping: text) { $0 }
  return Vector((0..<V).map { Double(groups[$0]?.count ?? 0) / Double(text.count) })
}

func keepProbability(_ f: Double, _ t: Double) -> Double {
  guard f > 0 else { return 1 }
  return min(t / f, 1)
}

func discardProbability(_ f: Double, _ t: Double) -> Double {
  f <= t ? 0 : 1 - sqrt(t / f)
}

func subsampledText(_ text: [Int], _ keep: Vector, _ u: [Double]) -> [Int] {
  var rest: [Int] = []
  for place in text.indices where u[place] <= keep[text[place]] { rest.append(text[place]) }
  return rest
}

func expectedTextLength(_ text: [Int], _ keep: Vector) -> Double {
  var times = Array(repeating: 0.0, count: keep.count)
  for word in text { times[word] += 1 }
  var sum = 0.0
  for word in times.indices { sum += times[word] * keep[word] }
  return sum
}
