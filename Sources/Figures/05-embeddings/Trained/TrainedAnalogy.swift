internal import Charts
internal import Embeddings

/// Man, woman, king and queen as they came out of training, in the plane in which they differ most.
package enum TrainedAnalogy {
  /// The words.
  package static let words = ["man", "woman", "king", "queen"]

  /// The words' vectors at full length.
  private static var vectors: [[Double]] { words.compactMap { TrainedWords.vectors.vector($0) } }

  /// The plane.
  private static let plane = PrincipalComponents(vectors, count: 2)

  /// The places of the words in the plane.
  package static func places() -> [(word: String, x: Double, y: Double)] {
    zip(words, vectors).map { word, vector in
      let place = plane.project(vector)
      return (word, place[0], place[1])
    }
  }

  /// The place of king - man + woman.
  package static func result() -> (x: Double, y: Double) {
    let all = vectors
    let place = plane.project(all[0].indices.map { all[2][$0] - all[0][$0] + all[1][$0] })
    return (place[0], place[1])
  }

  /// The words nearest to king - man + woman, the three given left out.
  package static func nearest() -> [(word: String, cosine: Double)] {
    (UnitVectors(TrainedWords.vectors).analogy("man", "king", "woman", count: 2) ?? []).map { ($0.word, $0.cosine) }
  }
}

@Sendable func trainedAnalogyFigure() -> ComputedFigure {
  let places = TrainedAnalogy.places()
  let points = Dictionary(uniqueKeysWithValues: places.map { ($0.word, Point($0.x, $0.y)) })
  func point(_ word: String) -> Point { points[word] ?? Point(0, 0) }
  let result = TrainedAnalogy.result()
  let end = Point(result.x, result.y)
  let gender = Series("woman − man", look: 1, naming: .legend, isSolid: true)
  let royal = Series("king − man", look: 2, naming: .legend, isSolid: true)
  let sum = Series("king − man + woman", look: 4, naming: .legend, isSolid: true)
  // A label stands on the side of its point that faces away from the middle, where no arrow is.
  let labels = places.map { word, x, y -> Mark in
    .label(word, at: Point(x, y), x < 0 ? (y < 0 ? .belowLeft : .aboveLeft) : y < 0 ? .belowRight : .aboveRight, nil)
  }
  let reach = 1.35 * (places.flatMap { [abs($0.x), abs($0.y)] }.max() ?? 1)
  let panel = Panel(
    x: Axis("first principal component", range: -reach...reach),
    y: Axis("second principal component", range: -reach * 0.75...reach * 0.75), hasEqualUnits: true,
    marks: [
      .arrow(from: point("man"), to: point("woman"), gender), .arrow(from: point("king"), to: end, gender),
      .arrow(from: point("man"), to: point("king"), royal), .arrow(from: point("woman"), to: end, royal),
      .points([end], sum), .points([point("queen")], Series("", look: 6, isSolid: false)),
    ] + labels)
  let nearest = TrainedAnalogy.nearest()
  let numbers = nearest.map { "\($0.word), cosine \(NumberText.fixed($0.cosine, decimals: 2))" }
  let list = places.map { word, x, y in
    "\(word) (\(NumberText.fixed(x, decimals: 2)), \(NumberText.fixed(y, decimals: 2)))"
  }
  return ComputedFigure(
    name: "trained-analogy",
    caption:
      "Vectors of 24 entries, trained on the course’s generated corpus, in the plane in which the four differ most.",
    chart: Chart(
      title: "The analogy in vectors that were trained",
      description: """
        Four trained words in the plane of their two principal components: \(list.joined(separator: ", ")). King − man + \
        woman comes to (\(NumberText.fixed(result.x, decimals: 2)), \(NumberText.fixed(result.y, decimals: 2))). The \
        nearest word of those shown in the lessons is \(numbers.joined(separator: ", then ")).
        """,
      panels: [panel]))
}
