// Functional, by strides.

import LinearAlgebra

func sampleCount(_ milliseconds: Int, _ rate: Int) -> Int {
  rate * milliseconds / 1000
}

func durationInSeconds(_ samples: Int, _ rate: Int) -> Double {
  1 / Double(rate) * Double(samples)
}

func normalisedSamples(_ s: [Int]) -> Vector {
  (1.0 / 32768) * Vector(s.map(Double.init))
}

func quantisedSamples(_ x: Vector) -> [Int] {
  x.elements.map { min(32767, max(-32768, Int((32768 * $0).rounded()))) }
}

func rootMeanSquare(_ x: Vector) -> Double {
  x.norm / sqrt(Double(x.count))
}

func frameCount(_ samples: Int, _ length: Int, _ hop: Int) -> Int {
  stride(from: 0, through: samples - length, by: hop).map { $0 }.count
}

func waveformFrames(_ x: Vector, _ length: Int, _ hop: Int) -> [Vector] {
  stride(from: 0, through: x.count - length, by: hop).map { Vector(x.elements[$0..<($0 + length)]) }
}
