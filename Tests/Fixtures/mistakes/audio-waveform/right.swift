// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

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

func quantisedSamples(_ x: Vector) -> [Int] {
  var result: [Int] = []
  for i in 0..<x.count {
    var value = Int((x[i] * 32768).rounded())
    if value > 32767 { value = 32767 }
    if value < -32768 { value = -32768 }
    result.append(value)
  }
  return result
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
    Vector((0..<length).map { x[frame * hop + $0] })
  }
}
