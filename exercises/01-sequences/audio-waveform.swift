// Sound as a sequence of numbers: durations and samples, 16-bit integers and numbers in [-1, 1), loudness, frames.
//
// The rate is the number of samples per second. x are samples as numbers, s the same as integers of 16 bits. Take out
// each `todo` as you replace it. Check with: gradus check audio-waveform

import LinearAlgebra

/// How many whole samples fit into a duration.
func sampleCount(_ milliseconds: Int, _ rate: Int) -> Int {
  todo("the number of samples")
}

/// How many seconds so many samples last.
func durationInSeconds(_ samples: Int, _ rate: Int) -> Double {
  todo("seconds")
}

/// The 16-bit integers, from -32768 to 32767, as numbers in [-1, 1).
func normalisedSamples(_ s: [Int]) -> Vector {
  todo("numbers in [-1, 1)")
}

/// The numbers as 16-bit integers: the nearest one, and the last one at either end for what lies beyond it.
func quantisedSamples(_ x: Vector) -> [Int] {
  todo("16-bit integers")
}

/// The root of the mean square of samples: how loud they are.
func rootMeanSquare(_ x: Vector) -> Double {
  todo("the loudness")
}

/// How many whole frames of `length` samples fit into `samples`, each beginning `hop` samples after the one before.
func frameCount(_ samples: Int, _ length: Int, _ hop: Int) -> Int {
  todo("the number of frames")
}

/// The whole frames of a waveform in their order: a sequence of vectors of `length` samples.
func waveformFrames(_ x: Vector, _ length: Int, _ hop: Int) -> [Vector] {
  todo("the frames")
}
