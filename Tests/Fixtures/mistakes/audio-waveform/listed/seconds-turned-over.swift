// expected: rate-over-samples
// mistaken: durationInSeconds

func durationInSeconds(_ samples: Int, _ rate: Int) -> Double {
  let perSample = 1 / Double(samples)
  return perSample * Double(rate)
}

private func toInteger(_ number: Double) -> Int {
  let scaled = (number * Double(half)).rounded()
  if scaled >= Double(half) { return half - 1 }
  if scaled <= Double(-half) { return -half }
  return Int(scaled)
}

func quantisedSamples(_ x: Vector) -> [Int] {
  x.map { $0 }.elements.map(toInteger)
}
