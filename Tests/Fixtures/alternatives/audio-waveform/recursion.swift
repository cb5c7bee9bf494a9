// Recursion over the recording; the loudness as the norm of scaled samples.

import LinearAlgebra

func sampleCount(_ milliseconds: Int, _ rate: Int) -> Int {
  rate * milliseconds / 1000
}

func durationInSeconds(_ samples: Int, _ rate: Int) -> Double {
  Double(1000 * samples) / Double(1000 * rate)
}

func normalisedSamples(_ s: [Int]) -> Vector {
  guard let first = s.first else { return Vector([]) }
  return concatenate([Double(first) / 32768], normalisedSamples(Array(s.dropFirst())))
}

func quantisedSamples(_ x: Vector) -> [Int] {
  x.map { (32768 * Swift.min(Swift.max($0, -1), 1 - 1.0 / 32768)).rounded() }.elements.map { Int($0) }
}

func rootMeanSquare(_ x: Vector) -> Double {
  let scaled = x / sqrt(Double(x.count))
  return scaled.norm
}

func frameCount(_ samples: Int, _ length: Int, _ hop: Int) -> Int {
  samples < length ? 0 : 1 + frameCount(samples - hop, length, hop)
}

func waveformFrames(_ x: Vector, _ length: Int, _ hop: Int) -> [Vector] {
  if x.count < length { return [] }
  let rest = Vector(x.elements.dropFirst(hop))
  return [Vector(x.elements.prefix(length))] + waveformFrames(rest, length, hop)
}
