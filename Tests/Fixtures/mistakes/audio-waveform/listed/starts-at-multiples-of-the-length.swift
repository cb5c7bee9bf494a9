// expected: frames-start-after-the-length
// mistaken: waveformFrames

import LinearAlgebra

func sampleCount(_ milliseconds: Int, _ rate: Int) -> Int {
  let seconds = milliseconds / 1000
  let rest = milliseconds % 1000
  return seconds * rate + rest * rate / 1000
}

func durationInSeconds(_ samples: Int, _ rate: Int) -> Double {
  let perSample = 1 / Double(rate)
  return perSample * Double(samples)
}

private let half = 32768

func normalisedSamples(_ s: [Int]) -> Vector {
  Vector(s.map(Double.init)) / Double(half)
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

func rootMeanSquare(_ x: Vector) -> Double {
  x.norm / sqrt(Double(x.count))
}

func frameCount(_ samples: Int, _ length: Int, _ hop: Int) -> Int {
  guard samples >= length else { return 0 }
  return 1 + (samples - length) / hop
}

func waveformFrames(_ x: Vector, _ length: Int, _ hop: Int) -> [Vector] {
  (0..<frameCount(x.count, length, hop)).map { frame in
    Vector((0..<length).map { x[frame * length + $0] })
  }
}
