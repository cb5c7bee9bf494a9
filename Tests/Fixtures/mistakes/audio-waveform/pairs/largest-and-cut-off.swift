// expected: divided-by-the-largest-integer, fraction-cut-off
// mistaken: normalisedSamples, quantisedSamples

func normalisedSamples(_ s: [Int]) -> Vector {
  Vector(s.map(Double.init)) / Double(half - 1)
}

private func toInteger(_ number: Double) -> Int {
  let scaled = (number * Double(half)).rounded(.towardZero)
  if scaled >= Double(half) { return half - 1 }
  if scaled <= Double(-half) { return -half }
  return Int(scaled)
}

func quantisedSamples(_ x: Vector) -> [Int] {
  x.map { $0 }.elements.map(toInteger)
}
