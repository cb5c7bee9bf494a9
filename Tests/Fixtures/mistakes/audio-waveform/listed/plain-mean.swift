// expected: mean-of-the-samples
// mistaken: rootMeanSquare

func sampleCount(_ milliseconds: Int, _ rate: Int) -> Int {
  let exact = Double(milliseconds) * Double(rate) / 1000
  return Int(exact)
}

func durationInSeconds(_ samples: Int, _ rate: Int) -> Double {
  let whole = samples / rate
  let rest = samples % rate
  return Double(whole) + Double(rest) / Double(rate)
}

func normalisedSamples(_ s: [Int]) -> Vector {
  var x = Vector.zeros(s.count)
  for i in 0..<s.count { x[i] = Double(s[i]) / 32768.0 }
  return x
}

func rootMeanSquare(_ x: Vector) -> Double {
  var total = 0.0
  for value in x { total += value }
  return total / Double(x.count)
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
