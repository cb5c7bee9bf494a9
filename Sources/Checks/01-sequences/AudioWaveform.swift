internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the handling of sound as a sequence of numbers must satisfy.
@Sendable func audioWaveformChecks() -> ExerciseChecks {
  ExerciseChecks("audio-waveform", lengthChecks() + amplitudeChecks() + frameChecks())
}

private func lengthChecks() -> [Check] {
  [
    .agreement(
      "the samples in a duration", points: 2, Function("sampleCount", sampleCount), ["milliseconds", "rate"],
      plan: .sounds
    ) { g in
      [g.size == .tiny ? 1000 * g.integer(in: 1...10) : g.integer(in: 0...20_000), g.rate()]
    },

    .agreement(
      "the duration of some samples", points: 1, Function("durationInSeconds", durationInSeconds),
      ["samples", "rate"], plan: .sounds
    ) { g in
      let rate = g.rate()
      return [g.size == .tiny ? rate * g.integer(in: 1...10) : g.integer(in: 1...500_000), rate]
    },
  ]
}

private func amplitudeChecks() -> [Check] {
  [
    .agreement(
      "16-bit integers to [-1, 1)", points: 2, Function("normalisedSamples", normalisedSamples), ["s"], plan: .sounds
    ) { g in
      let ends = [-32768, 32767, 0, 16384, -1]
      return [(0..<g.samples()).map { _ in g.index(below: 3) == 0 ? ends[g.index(below: 5)] : g.sample() }]
    },

    .agreement(
      "[-1, 1) to 16-bit integers", points: 3, Function("quantisedSamples", quantisedSamples), ["x"], plan: .sounds
    ) { g in
      let ends: [Double] = [-1, 1, 0, 1.5, -2]
      let count = g.samples()
      return [
        Vector((0..<count).map { _ in g.index(below: 3) == 0 ? ends[g.index(below: 5)] : g.decimal(in: -1.1...1.1) })
      ]
    },

    .agreement(
      "the root of the mean square", points: 2, Function("rootMeanSquare", rootMeanSquare), ["x"], plan: .sounds
    ) { g in
      [g.waveform(g.samples())]
    },
  ]
}

private func frameChecks() -> [Check] {
  [
    .agreement(
      "the number of whole frames", points: 2, Function("frameCount", frameCount), ["samples", "length", "hop"],
      plan: CasePlan(small: 8, general: 12, saturated: 0)
    ) { g in
      let (length, hop) = g.frame()
      return [g.integer(in: 0...40), length, hop]
    },

    .agreement(
      "the frames", points: 3, Function("waveformFrames", waveformFrames), ["x", "length", "hop"],
      plan: CasePlan(small: 8, general: 12, saturated: 0)
    ) { g in
      let (length, hop) = g.frame()
      let count = g.size == .tiny ? length + hop : g.size == .long ? 400 : g.integer(in: 0...20)
      return [g.waveform(count), length, hop]
    }.timeSteps(from: 1),
  ]
}

extension CasePlan {
  /// For functions of samples: numbers do not saturate.
  fileprivate static var sounds: CasePlan { CasePlan(small: 6, general: 10, saturated: 0, long: 0) }
}

extension CaseGenerator {
  /// A usual number of samples per second.
  fileprivate mutating func rate() -> Int {
    let rates = [8000, 16_000, 22_050, 44_100, 48_000]
    return size == .tiny ? 16_000 : rates[index(below: rates.count)]
  }

  /// How many samples there are.
  fileprivate mutating func samples() -> Int { size == .tiny ? 2 : integer(in: 1...8) }

  /// Samples as numbers; in tiny and small cases tenths, to follow by hand, and no zeros.
  fileprivate mutating func waveform(_ count: Int) -> Vector {
    guard size == .tiny || size == .small else { return vector(count, in: -1...1) }
    return Vector((0..<count).map { _ in Double(integer(in: 1...9) * (index(below: 2) == 0 ? 1 : -1)) / 10 })
  }

  /// An integer of 16 bits.
  fileprivate mutating func sample() -> Int { integer(in: -32768...32767) }

  /// A frame's length and the distance to the next: overlapping, touching or apart.
  ///
  /// In tiny cases they are apart: frames begun one length apart hold wrong samples there, and do not run out of them.
  fileprivate mutating func frame() -> (length: Int, hop: Int) {
    size == .tiny ? (2, 3) : (integer(in: 1...6), integer(in: 1...6))
  }
}
