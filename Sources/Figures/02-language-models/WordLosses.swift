internal import Charts
internal import LinearAlgebra

@testable internal import Solutions

/// The loss of the lesson's second word, and its gradient, as that word's score moves.
package enum WordLosses {
  /// The loss where the right word has a score and the two others have 2 and 0.
  package static func loss(_ score: Double) -> Double { wordLoss([2, score, 0], 1) }

  /// The gradient with respect to that score.
  package static func gradient(_ score: Double) -> Double { crossEntropyGradient([2, score, 0], [0, 1, 0])[1] }
}

@Sendable func wordLossesFigure() -> ComputedFigure {
  let scores = stride(from: -4.0, through: 8, by: 0.1).map { $0 }
  let (loss, gradient) = (Series("loss", look: 1), Series("gradient", look: 2))
  func panel(
    _ caption: String, _ series: Series, _ range: ClosedRange<Double>, _ ticks: [Double], height: Double,
    x: String, placement: Placement, _ value: (Double) -> Double
  ) -> Panel {
    let here = NumberText.fixed(value(1), decimals: 2)
    return Panel(
      x: Axis(x, range: -4...8, ticks: [-4, -2, 0, 2, 4, 6, 8]), y: Axis(caption, range: range, ticks: ticks),
      height: height,
      marks: [
        .line(scores.map { Point($0, value($0)) }, series), .points([Point(1, value(1))], series),
        .label(here, at: Point(1, value(1)), placement, series),
      ])
  }
  let two = { (value: Double) in NumberText.fixed(value, decimals: 2) }
  return ComputedFigure(
    name: "word-losses",
    caption: """
      Far to the left, the loss falls by 1 for each 1 that the score gains; once the right word leads, there is hardly \
      anything left to gain.
      """,
    chart: Chart(
      title: "The loss and its gradient over the score of the right word",
      description: """
        Two panels over the right word's score from −4 to 8; the two other scores are 2 and 0. The loss is \
        \(two(WordLosses.loss(-4))) at −4 and falls, first along a straight line, to \(two(WordLosses.loss(1))) at 1 and \
        \(two(WordLosses.loss(8))) at 8. The gradient, its slope, rises from \(two(WordLosses.gradient(-4))) over \
        \(two(WordLosses.gradient(1))) at 1 towards 0: it is the word's probability less 1, and never below −1.
        """,
      panels: [
        panel("loss", loss, 0...7, [0, 2, 4, 6], height: 150, x: "", placement: .aboveRight, WordLosses.loss),
        panel(
          "gradient of the score", gradient, -1...0, [-1, -0.5, 0], height: 90, x: "score of the right word",
          placement: .belowRight, WordLosses.gradient),
      ]))
}
