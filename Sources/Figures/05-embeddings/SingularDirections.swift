internal import Charts
package import LinearAlgebra

@testable internal import Solutions

/// The lesson's three words with their counts in two contexts, and the directions of the decomposition.
package enum SingularDirections {
  /// The words and their counts with *solid* and *gas*.
  package static let words: [(name: String, counts: Vector)] = [
    ("ice", [2, 1]), ("steam", [1, 2]), ("water", [1, 1]),
  ]

  /// The directions on the side of the contexts.
  package static func directions() -> [Vector] { contextDirections(counts, starts, steps) }

  /// The words' vectors, a row for each.
  package static func embeddings() -> Matrix { svdEmbeddings(counts, starts, steps) }

  private static let counts = Matrix(words.map(\.counts.elements))
  private static let starts: [Vector] = [[1, 0], [1, 0]]
  private static let steps = 60
}

@Sendable func singularDirectionsFigure() -> ComputedFigure {
  let directions = SingularDirections.directions()
  let embeddings = SingularDirections.embeddings()
  func point(_ v: Vector) -> Point { Point(v[0], v[1]) }
  let words = Series("words", look: 1, isSolid: true)
  let first = Series("first direction", look: 2, naming: .legend, isSolid: true)
  let second = Series("second direction", look: 3, naming: .legend, isSolid: true)
  let zero = Point(0, 0)
  var marks: [Mark] = [
    .guide(zero, point(2.6 * directions[0])), .arrow(from: zero, to: point(directions[0]), first),
    .arrow(from: zero, to: point(directions[1]), second),
    .points(SingularDirections.words.map { point($0.counts) }, words),
  ]
  let places: [Placement] = [.belowRight, .aboveLeft, .belowRight]
  for (index, (word, place)) in zip(SingularDirections.words, places).enumerated() {
    let foot = embeddings[index, 0] * directions[0]
    if abs(embeddings[index, 1]) > 0.1 { marks.append(.guide(point(word.counts), point(foot))) }
    marks.append(.label(word.name, at: point(word.counts), place, words))
  }
  let list = zip(SingularDirections.words, 0..<3).map { word, row in
    "\(word.name) \(pair(word.counts)) becomes \(pair(embeddings[row: row]))"
  }
  return ComputedFigure(
    name: "singular-directions",
    caption: """
      Three words by their counts. The first direction says how often a word occurs, the second tells ice from steam; their \
      feet on the first are the same.
      """,
    chart: Chart(
      title: "Two directions for three words",
      description: """
        Three words as points, with the counts with solid to the right and those with gas upwards. The first direction is \
        \(pair(directions[0])), the second \(pair(directions[1])), at a right angle to it. Along the two, \
        \(list.joined(separator: ", ")).
        """,
      panels: [
        Panel(
          x: Axis("solid", range: -0.3...2.6, ticks: [0, 1, 2]), y: Axis("gas", range: -1...2.6, ticks: [0, 1, 2]),
          hasEqualUnits: true, marks: marks)
      ]))
}
