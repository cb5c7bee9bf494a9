// Sample by sample, with plain loops.

import LinearAlgebra

func sampleCount(_ milliseconds: Int, _ rate: Int) -> Int {
  let seconds = milliseconds / 1000
  let rest = milliseconds % 1000
  return seconds * rate + rest * rate / 1000
}

func durationInSeconds(_ samples: Int, _ rate: Int) -> Double {
  let seconds = samples / rate
  return Double(seconds) + Double(samples % rate) / Double(rate)
}

func normalisedSamples(_ s: [Int]) -> Vector {
  var x = Vector.zeros(s.count)
  for i in 0..<s.count { x[i] = Double(s[i]) * (1.0 / 32768) }
  return x
}

func quantisedSamples(_ x: Vector) -> [Int] {
  var s: [Int] = []
  for i in 0..<x.count {
    if x[i] >= 32767.0 / 32768 {
      s.append(32767)
    } else if x[i] <= -1 {
      s.append(-32768)
    } else {
      s.append(Int((x[i] * 32768).rounded()))
    }
  }
  return s
}

func rootMeanSquare(_ x: Vector) -> Double {
  var sum = 0.0
  for sample in x { sum += sample * sample / Double(x.count) }
  return sum.squareRoot()
}

func frameCount(_ samples: Int, _ length: Int, _ hop: Int) -> Int {
  var count = 0
  var start = 0
  while start + length <= samples {
    count += 1
    start += hop
  }
  return count
}

func waveformFrames(_ x: Vector, _ length: Int, _ hop: Int) -> [Vector] {
  var frames: [Vector] = []
  var start = 0
  while start + length <= x.count {
    var frame = Vector.zeros(length)
    for i in 0..<length { frame[i] = x[start + i] }
    frames.append(frame)
    start += hop
  }
  return frames
}
