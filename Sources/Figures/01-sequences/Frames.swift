internal import Charts
package import LinearAlgebra

@testable internal import Solutions

/// A short waveform, and the frames that it is cut into.
package enum Frames {
  /// How many samples a frame has, and how many lie between the beginnings of two.
  package static let (length, hop) = (4, 3)

  /// The swinging that is sampled: it dies away with time, which is counted in samples.
  package static func pressure(_ time: Double) -> Double {
    let angle = (1.7 * time).remainder(dividingBy: 2 * .pi)
    return (0.9 - 0.07 * time) * cosine(angle)
  }

  /// Ten samples.
  package static func samples() -> Vector { Vector((0..<10).map { pressure(Double($0)) }) }

  /// The loudness of each frame.
  package static func loudness() -> [Double] { waveformFrames(samples(), length, hop).map(rootMeanSquare) }
}

@Sendable func framesFigure() -> ComputedFigure {
  let samples = Frames.samples()
  let times = stride(from: 0.0, through: 9, by: 0.05).map { $0 }
  let sound = Series("sound", look: 6, naming: .legend, isSolid: true)
  let dots = Series("samples", look: 1, naming: .legend, isSolid: true)
  let bracket = Series("frame", look: 2, isSolid: true)
  var marks: [Mark] = [
    .line(times.map { Point($0, Frames.pressure($0)) }, sound),
    .points(samples.enumerated().map { Point(Double($0), $1) }, dots),
  ]
  let loudness = Frames.loudness()
  for (index, level) in loudness.enumerated() {
    let start = Double(index * Frames.hop)
    let end = start + Double(Frames.length - 1)
    let bottom = index % 2 == 0 ? -1.05 : -1.45
    let corners = [(start, bottom + 0.08), (start, bottom), (end, bottom), (end, bottom + 0.08)]
    let name = "frame \(index + 1): RMS \(NumberText.fixed(level, decimals: 2))"
    marks.append(.line(corners.map { Point($0.0, $0.1) }, bracket))
    marks.append(.label(name, at: Point((start + end) / 2, bottom), .below, bracket))
  }
  let levels = loudness.map { NumberText.fixed($0, decimals: 2) }
  return ComputedFigure(
    name: "frames",
    caption: """
      Sound, its samples, and frames of \(Frames.length) samples that begin \(Frames.hop) apart: neighbours share a sample, \
      and the frames get softer as the sound does.
      """,
    chart: Chart(
      title: "Ten samples in three frames",
      description: """
        A swinging curve that dies away, from \(NumberText.fixed(samples[0], decimals: 2)) at sample 0, with dots at the ten \
        samples 0 to 9. Below it, three brackets mark the frames of \(Frames.length) samples each: samples 0 to 3, 3 to 6 \
        and 6 to 9, so that samples 3 and 6 belong to two frames. The root mean squares of the frames are \
        \(levels.joined(separator: ", ")).
        """,
      panels: [
        Panel(
          x: Axis("sample", range: -0.5...9.5, ticks: [0, 3, 6, 9]),
          y: Axis("amplitude", range: -1.75...1, ticks: [-1, -0.5, 0, 0.5, 1]), height: 260, marks: marks)
      ]))
}
