import LinearAlgebra

@testable import Solutions

/// The counts, samples and frames of the lesson on sound.
let soundNumbers: LessonNumbers = {
  let stored = quantisedSamples([0.3])
  let x = normalisedSamples([-32768, -16384, 0, 1, 32767])
  let quiet: Vector = [0.3, -0.4]

  return LessonNumbers(
    "sound",
    given: [
      "16", "10", "25", "1000", "16000", "44.1", "44100", "1.0", "1.2", "0.3", "0.4", "0.6", "0.8", "160", "60", "400",
      "32768", "32767",
    ],
    computed: [
      ("ten seconds", [16_000, 44_100].map { Double(sampleCount(10_000, $0)) }),
      ("three seconds", [Double(sampleCount(3000, 16_000))]),
      ("a frame", [Double(sampleCount(25, 16_000)), 25 * 44_100 / 1000.0, Double(sampleCount(25, 44_100))]),
      ("hop", [Double(sampleCount(10, 16_000))]), ("values", [65_536]),
      ("16-bit integers", [-32_768, 32_767, -16_384]),
      ("numbers", [x[1], x[3], x[4]]), ("the other convention", [-32_768 / 32_767.0]), ("half a step", [0.5 / 32_768]),
      ("stored", [0.3 * 32_768, Double(stored[0]), normalisedSamples(stored)[0]]),
      ("squares", [0.3 * 0.3, 0.4 * 0.4, quiet.squaredNorm / 2]),
      ("loudness", [rootMeanSquare(quiet), rootMeanSquare(2 * quiet)]), ("mean", [quiet.sum / 2]),
      ("before the last frame", [160_000 - 400]), ("frames", [Double(frameCount(160_000, 400, 160))]),
      ("a minute of stereo", [60 * 44_100 * 2 * 2]),
    ])
}()
