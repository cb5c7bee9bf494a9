// With Foundation's functions and 16-bit integers.

import Foundation
import LinearAlgebra

func sampleCount(_ milliseconds: Int, _ rate: Int) -> Int {
  Int((Double(milliseconds * rate) / 1000).rounded(.down))
}

func durationInSeconds(_ samples: Int, _ rate: Int) -> Double {
  1 / Double(rate) * Double(samples)
}

func normalisedSamples(_ s: [Int]) -> Vector {
  Vector(s.map { scalbn(Double(Int16($0)), -15) })
}

func quantisedSamples(_ x: Vector) -> [Int] {
  x.elements.map { sample in
    let nearest = floor(sample * 32768 + 0.5)
    if nearest > Double(Int16.max) { return Int(Int16.max) }
    return Int(Int16(Foundation.fmax(nearest, Double(Int16.min))))
  }
}

func rootMeanSquare(_ x: Vector) -> Double {
  Foundation.sqrt(dot(x, x) / Double(x.count))
}

func frameCount(_ samples: Int, _ length: Int, _ hop: Int) -> Int {
  max(0, Int((Double(samples - length) / Double(hop)).rounded(.down)) + 1)
}

func waveformFrames(_ x: Vector, _ length: Int, _ hop: Int) -> [Vector] {
  stride(from: 0, through: x.count - length, by: hop).map { Vector(x.elements[$0..<($0 + length)]) }
}
