// The frames as rows of a matrix; the mean of the squares as a running mean.

import LinearAlgebra

func sampleCount(_ milliseconds: Int, _ rate: Int) -> Int {
  var whole = 0
  for _ in 0..<(milliseconds / 10) { whole += rate }
  whole = whole * 10 + milliseconds % 10 * rate
  return whole / 1000
}

func durationInSeconds(_ samples: Int, _ rate: Int) -> Double {
  let seconds = samples / rate
  return Double(seconds) + Double(samples % rate) / Double(rate)
}

func normalisedSamples(_ s: [Int]) -> Vector {
  Vector(s.map { sample in Double(sample) / 65536 * 2 })
}

func quantisedSamples(_ x: Vector) -> [Int] {
  var s = x.elements.map { Int((65536 * $0 / 2).rounded(.toNearestOrAwayFromZero)) }
  for i in s.indices {
    if s[i] > 32767 { s[i] = 32767 }
    if s[i] < -32768 { s[i] = -32768 }
  }
  return s
}

func rootMeanSquare(_ x: Vector) -> Double {
  var mean = 0.0
  for (i, sample) in x.enumerated() { mean += (sample * sample - mean) / Double(i + 1) }
  return sqrt(mean)
}

func frameCount(_ samples: Int, _ length: Int, _ hop: Int) -> Int {
  length > samples ? 0 : (samples - length + hop) / hop
}

func waveformFrames(_ x: Vector, _ length: Int, _ hop: Int) -> [Vector] {
  let T = frameCount(x.count, length, hop)
  var X = Matrix.zeros(T, length)
  for t in 0..<T {
    for i in 0..<length { X[t, i] = x[t * hop + i] }
  }
  return (0..<T).map { X[row: $0] }
}
