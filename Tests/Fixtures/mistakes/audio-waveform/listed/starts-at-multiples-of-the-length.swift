// expected: frames-start-after-the-length
// mistaken: waveformFrames

private func toInteger(_ number: Double) -> Int {
  let scaled = (number * Double(half)).rounded()
  if scaled >= Double(half) { return half - 1 }
  if scaled <= Double(-half) { return -half }
  return Int(scaled)
}

func quantisedSamples(_ x: Vector) -> [Int] {
  x.map { $0 }.elements.map(toInteger)
}

func waveformFrames(_ x: Vector, _ length: Int, _ hop: Int) -> [Vector] {
  (0..<frameCount(x.count, length, hop)).map { frame in
    Vector((0..<length).map { x[frame * length + $0] })
  }
}
