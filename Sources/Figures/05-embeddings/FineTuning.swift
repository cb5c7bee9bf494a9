internal import Charts
package import LinearAlgebra

@testable internal import Solutions

/// Six reviews and a small table of word vectors, with which a classifier is trained: with the table frozen, and fine-tuned.
package enum FineTuning {
  /// The vectors before training: how much a word is one of opinion, and its tone, as far as its contexts tell.
  package static let words: [(name: String, vector: Vector)] = [
    ("this", [0, 0]), ("movie", [-0.5, 0]), ("is", [0.1, 0]), ("plot", [-0.5, 0.1]), ("acting", [-0.6, 0]),
    ("great", [1, 0.4]), ("good", [0.9, 0.3]), ("superb", [1.1, 0.5]), ("horrible", [1, -0.4]), ("bad", [0.9, -0.3]),
    ("awful", [1.1, -0.5]), ("unpredictable", [0.9, -0.2]),
  ]

  /// The reviews to learn from; 1 is friendly, 0 is not.
  package static let reviews: [(text: String, label: Int)] = [
    ("this movie is great", 1), ("this movie is horrible", 0), ("good plot", 1), ("bad plot", 0),
    ("unpredictable plot", 1), ("horrible acting", 0),
  ]

  /// How often the reviews are gone through, and at which rate.
  package static let (passes, rate) = (20, 0.5)

  /// A classifier of averages.
  package struct Model {
    let parameters: SentimentParameters

    /// The mean loss of the reviews.
    package var loss: Double {
      reviews.reduce(0) { $0 + sentimentLoss(indices($1.text), $1.label, parameters) } / Double(reviews.count)
    }

    /// The probability that a text is friendly.
    package func probability(_ text: String) -> Double { softmax(sentimentScores(indices(text), parameters))[1] }

    /// The vector of a word.
    package func vector(_ name: String) -> Vector { parameters.E[row: indices(name)[0]] }

    /// The length of the difference of the two classes' weights.
    package var steepness: Double { (parameters.W[row: 1] - parameters.W[row: 0]).norm }
  }

  /// The model after training from weights of 0.
  package static func trained(isFrozen: Bool) -> Model {
    var p = SentimentParameters(
      E: Matrix(words.map { $0.vector.elements }), W: Matrix.zeros(2, 2), b: Vector.zeros(2))
    for _ in 0..<passes {
      p = sentimentEpoch(reviews.map { indices($0.text) }, reviews.map(\.label), p, rate, isFrozen)
    }
    return Model(parameters: p)
  }

  /// The words of a text, as rows of the table.
  static func indices(_ text: String) -> [Int] {
    text.split(separator: " ").compactMap { word in words.firstIndex { $0.name == word } }
  }
}

@Sendable func fineTuningFigure() -> ComputedFigure {
  let tuned = FineTuning.trained(isFrozen: false)
  let old = Series("before", look: 6, naming: .legend, isSolid: false)
  let new = Series("after fine-tuning", look: 1, naming: .legend, isSolid: true)
  let kept = Series("not in the reviews", look: 2, naming: .legend, isSolid: true)
  func point(_ v: Vector) -> Point { Point(v[0], v[1]) }
  let places: [(name: String, placement: Placement)] = [
    ("great", .above), ("unpredictable", .left), ("horrible", .right), ("bad", .left), ("acting", .below),
    ("plot", .above),
  ]
  var marks: [Mark] = []
  for (name, placement) in places {
    let after = tuned.vector(name)
    let before = FineTuning.words[FineTuning.indices(name)[0]].vector
    marks += [
      .points([point(before)], old), .arrow(from: point(before), to: point(after), new),
      .label(name, at: point(after), placement, new),
    ]
  }
  for name in ["superb", "awful"] {
    marks += [
      .points([point(tuned.vector(name))], kept), .label(name, at: point(tuned.vector(name)), .right, kept),
    ]
  }
  let panel = Panel(
    x: Axis("how much a word of opinion", range: -1...2, ticks: [-1, 0, 1, 2]),
    y: Axis("tone", range: -2.8...2.6, ticks: [-2, -1, 0, 1, 2]), marks: marks)
  let text = { (number: Double) in NumberText.fixed(number, decimals: 2) }
  return ComputedFigure(
    name: "fine-tuning",
    caption: "Fine-tuning moves the words that the reviews contain. *Superb* and *awful* are not among them and stay.",
    chart: Chart(
      title: "Word vectors before and after fine-tuning",
      description: """
        The tone of *great* rises to \(text(tuned.vector("great")[1])) and that of *unpredictable*, which began below 0, to \
        \(text(tuned.vector("unpredictable")[1])); *horrible* falls to \(text(tuned.vector("horrible")[1])). *Plot* moves up to \
        \(text(tuned.vector("plot")[1])) and *acting* down to \(text(tuned.vector("acting")[1])), though neither is a word of \
        opinion. *Superb* and *awful* stay at \(text(tuned.vector("superb")[1])) and \(text(tuned.vector("awful")[1])).
        """,
      panels: [panel]))
}
