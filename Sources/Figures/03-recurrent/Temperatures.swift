internal import Charts
package import LinearAlgebra

@testable internal import Solutions

/// The lesson's three scores, and what a temperature makes of them.
package enum Temperatures {
  /// The scores of the lesson.
  package static let scores: Vector = [2, 1, 0]

  /// The temperatures of the lesson's table.
  package static let table = [0.5, 1, 2]

  /// The probabilities softmax(z / tau).
  package static func probabilities(_ tau: Double) -> Vector { temperatureDistribution(scores, tau) }
}

@Sendable func temperaturesFigure() -> ComputedFigure {
  // Forty steps for each factor of 10, from a tenth to ten.
  let step = exp(log(10) / 40)
  let temperatures = (-40...40).map { exp(Double($0) * log(step)) }
  let curves = temperatures.map(Temperatures.probabilities)
  let names = ["first", "second", "third"]
  var marks: [Mark] = Temperatures.table.map { .guide(Point($0, 0), Point($0, 1)) }
  for (word, name) in names.enumerated() {
    let points = zip(temperatures, curves).map { Point($0, $1[word]) }
    marks.append(.line(points, Series(name, look: word + 1, naming: .end)))
    let atTable = Temperatures.table.map { Point($0, Temperatures.probabilities($0)[word]) }
    marks.append(.points(atTable, Series(name, look: word + 1)))
  }
  let row = { (tau: Double) in
    Temperatures.probabilities(tau).map { NumberText.fixed($0, decimals: 2) }.joined(separator: ", ")
  }
  return ComputedFigure(
    name: "temperatures",
    caption: """
      A low temperature gives all to the likeliest word, a high one the same to each. Dots: the rows of the table.
      """,
    chart: Chart(
      title: "The probabilities of three words over the temperature",
      description: """
        Three curves over temperatures from 0.1 to 10, on a logarithmic axis, for the scores 2, 1 and 0. At 0.1 the \
        probabilities are \(row(0.1)): the first word has nearly all. At 0.5 they are \(row(0.5)), at 1 \(row(1)), at 2 \
        \(row(2)). At 10 they are \(row(10)): nearly a third for each.
        """,
      panels: [
        Panel(
          x: Axis("temperature *τ*", kind: .logarithmic, range: 0.1...10),
          y: Axis("probability", range: 0...1, ticks: [0, 0.25, 0.5, 0.75, 1]), height: 210, marks: marks)
      ]))
}
