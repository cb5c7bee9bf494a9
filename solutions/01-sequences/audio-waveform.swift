// Sound as a sequence of numbers: durations and samples, 16-bit integers and numbers in [-1, 1), loudness, frames.
//
// The rate is the number of samples per second. x are samples as numbers, s the same as integers of 16 bits.

import LinearAlgebra

/// How many whole samples fit into a duration.
func sampleCount(_ milliseconds: Int, _ rate: Int) -> Int {
  milliseconds * rate / 1000
}

/// How many seconds so many samples last.
func durationInSeconds(_ samples: Int, _ rate: Int) -> Double {
  Double(samples) / Double(rate)
}

/// The 16-bit integers, from -32768 to 32767, as numbers in [-1, 1).
func normalisedSamples(_ s: [Int]) -> Vector {
  Vector(s.map { Double($0) / 32768 })
}

/// The numbers as 16-bit integers: the nearest one, and the last one at either end for what lies beyond it.
func quantisedSamples(_ x: Vector) -> [Int] {
  x.elements.map { sample in
    let nearest = (32768 * sample).rounded()
    return Int(min(max(nearest, -32768), 32767))
  }
}

/// The root of the mean square of samples: how loud they are.
func rootMeanSquare(_ x: Vector) -> Double {
  let meanSquare = x.squaredNorm / Double(x.count)
  return sqrt(meanSquare)
}

/// How many whole frames of `length` samples fit into `samples`, each beginning `hop` samples after the one before.
func frameCount(_ samples: Int, _ length: Int, _ hop: Int) -> Int {
  samples < length ? 0 : (samples - length) / hop + 1
}

/// The whole frames of a waveform in their order: a sequence of vectors of `length` samples.
func waveformFrames(_ x: Vector, _ length: Int, _ hop: Int) -> [Vector] {
  (0..<frameCount(x.count, length, hop)).map { t in
    let start = t * hop
    return Vector(x.elements[start..<start + length])
  }
}
