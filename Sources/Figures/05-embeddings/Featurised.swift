internal import Charts
package import LinearAlgebra

/// Gao's six words, described by four features.
package enum Featurised {
  /// The vectors as the slide gives them: gender, royalty, age, food.
  package static let words: [(name: String, vector: Vector)] = [
    ("man", [-1, 0.01, 0.02, -0.01]), ("woman", [1, 0.02, 0.03, 0.02]), ("king", [-0.95, 1, 0.71, -0.02]),
    ("queen", [0.97, 0.9, 0.68, 0.03]), ("apple", [0.01, -0.01, 0.05, 0.81]), ("orange", [0.02, 0.08, 0.05, 0.75]),
  ]
}

@Sendable func featurisedFigure() -> ComputedFigure {
  func point(_ v: Vector) -> Point { Point(v[0], v[1]) }
  let people = Series("people", look: 1, naming: .legend, isSolid: true)
  let fruit = Series("fruit", look: 2, naming: .legend, isSolid: true)
  let places: [Placement] = [.below, .below, .above, .above, .belowLeft, .aboveRight]
  var marks: [Mark] = [
    .points(Featurised.words.prefix(4).map { point($0.vector) }, people),
    .points(Featurised.words.suffix(2).map { point($0.vector) }, fruit),
  ]
  for (index, (word, place)) in zip(Featurised.words, places).enumerated() {
    marks.append(.label(word.name, at: point(word.vector), place, index < 4 ? people : fruit))
  }
  let list = Featurised.words.map { "\($0.name) \(pair([$0.vector[0], $0.vector[1]]))" }.joined(separator: ", ")
  return ComputedFigure(
    name: "featurised",
    caption: """
      Gao’s six words by gender and royalty, two of the four features: words that are alike lie close to each other.
      """,
    chart: Chart(
      title: "Six words by two features",
      description: """
        Six words as points, with gender to the right and royalty upwards: \(list). Man lies below king and woman below \
        queen, about as far apart as king and queen are; apple and orange lie nearly on top of each other in the middle.
        """,
      panels: [
        Panel(
          x: Axis("gender", range: -1.3...1.3, ticks: [-1, 0, 1]),
          y: Axis("royalty", range: -0.3...1.3, ticks: [0, 0.5, 1]), hasEqualUnits: true, marks: marks)
      ]))
}
