internal import Charts
internal import LinearAlgebra

@testable internal import Solutions

/// The two squashing functions and their slopes.
package enum Activations {
  /// The slope of the logistic function, from its value.
  package static func sigmoidSlope(_ a: Double) -> Double { sigmoid(a) * (1 - sigmoid(a)) }

  /// The slope of tanh: what the backward pass multiplies a gradient of 1 by.
  package static func tanhSlope(_ a: Double) -> Double { preActivationGradient([1], tanh(Vector([a])))[0] }
}

@Sendable func activationsFigure() -> ComputedFigure {
  let places = stride(from: -6.0, through: 6, by: 0.1).map { $0 }
  func line(_ name: String, _ look: Int, isSolid: Bool, _ function: (Double) -> Double) -> Mark {
    .line(places.map { Point($0, function($0)) }, Series(name, look: look, naming: .legend, isSolid: isSolid))
  }
  let far = (sigmoid: Activations.sigmoidSlope(4), tanh: Activations.tanhSlope(4))
  let panel = Panel(
    x: Axis("pre-activation *a*", range: -6...6, ticks: [-6, -4, -2, 0, 2, 4, 6]),
    y: Axis("value or slope", range: -1...1, ticks: [-1, -0.5, 0, 0.5, 1]), height: 240,
    marks: [
      line("σ", 1, isSolid: true) { sigmoid($0) },
      line("its slope σ′", 1, isSolid: false, Activations.sigmoidSlope),
      line("tanh", 2, isSolid: true) { tanh(Vector([$0]))[0] },
      line("its slope tanh′", 2, isSolid: false, Activations.tanhSlope),
      .label("0.25", at: Point(0, Activations.sigmoidSlope(0)), .belowRight, Series("", look: 1)),
      .label("1", at: Point(0, Activations.tanhSlope(0)), .belowRight, Series("", look: 2)),
    ])
  return ComputedFigure(
    name: "activations",
    caption: "Both functions flatten on either side, and a gradient that passes there is multiplied by almost nothing.",
    chart: Chart(
      title: "The logistic function, tanh, and their slopes",
      description: """
        Four curves over pre-activations from −6 to 6. The logistic function rises from 0 to 1 through 0.5 at 0, tanh from \
        −1 to 1 through 0. Their slopes are bells around 0: that of the logistic function is \
        \(NumberText.short(Activations.sigmoidSlope(0))) at most, that of tanh \
        \(NumberText.fixed(Activations.tanhSlope(0), decimals: 0)). At 4 they have fallen to \
        \(NumberText.short(far.sigmoid)) and \(NumberText.short(far.tanh)).
        """,
      panels: [panel]))
}
