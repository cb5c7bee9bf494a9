// expected: multiplied-by-the-largest-integer
// mistaken: quantisedSamples

private func toInteger(_ number: Double) -> Int {
  let clipped = max(-1, min(1, number))
  return Int((clipped * 32767).rounded())
}

func quantisedSamples(_ x: Vector) -> [Int] {
  x.map { $0 }.elements.map(toInteger)
}
