import Figures
import Foundation
import LinearAlgebra
import Testing

/// What Tests/Fixtures/oracle/figures/figures.py computed.
struct RecordedFigures: Decodable {
  struct Clipped: Decodable {
    let byNorm, byValue: [[Double]]

    enum CodingKeys: String, CodingKey {
      case byNorm = "by norm"
      case byValue = "by value"
    }
  }

  struct Bias: Decodable {
    let table, pair: [[Double]]
    let distances: [Double]
  }

  struct Singular: Decodable {
    let directions, words: [[Double]]
  }

  struct Sound: Decodable {
    let samples, loudness: [Double]
  }

  struct Dropped: Decodable {
    let oneMask, newMasks: [Double]

    enum CodingKeys: String, CodingKey {
      case oneMask = "one mask"
      case newMasks = "new masks"
    }
  }

  struct Values: Decodable {
    let gradientNorms: [String: [Double]]
    let cellMemory, activations, gloveWeighting, fineTuning: [[Double]]
    let softmaxCost: [[Int]]
    let clipping: Clipped
    let analogy: [Double]
    let bias: Bias
    let singularDirections: Singular
    let frames: Sound
    let temperatures, wordLosses: [[Double]]
    let dropoutMemory: Dropped
    let firstWeights: [String: [Double]]
    let truncatedReach: [String: [[Double?]]]
    let unseenNGrams: [[Int]]

    enum CodingKeys: String, CodingKey {
      case clipping, analogy, bias, activations, frames, temperatures
      case wordLosses = "word-losses"
      case dropoutMemory = "dropout-memory"
      case firstWeights = "first-weights"
      case truncatedReach = "truncated-reach"
      case unseenNGrams = "unseen-ngrams"
      case gradientNorms = "gradient-norms"
      case cellMemory = "cell-memory"
      case gloveWeighting = "glove-weighting"
      case softmaxCost = "softmax-cost"
      case fineTuning = "fine-tuning"
      case singularDirections = "singular-directions"
    }
  }

  let figures: Values

  static func read() throws -> Values {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/oracle/figures/figures.json")
    return try JSONDecoder().decode(RecordedFigures.self, from: Data(contentsOf: file)).figures
  }
}

@Suite struct `The numbers behind the figures` {
  private let recorded: RecordedFigures.Values

  init() throws { recorded = try RecordedFigures.read() }

  /// Whether all numbers agree with the recorded ones, relative to those.
  private func agree(_ actual: [Double], _ expected: [Double], within error: Double = 1e-12) -> Bool {
    actual.count == expected.count
      && zip(actual, expected).allSatisfy { abs($0 - $1) <= error * max(abs($1), 1e-6) }
  }

  @Test func `of samples and the loudness of frames`() {
    #expect(agree(Frames.samples().elements, recorded.frames.samples))
    #expect(agree(Frames.loudness(), recorded.frames.loudness))
  }

  @Test func `of gradient norms are those of automatic differentiation`() throws {
    let all = GradientNorms.all()
    #expect(all.map(\.name).sorted() == recorded.gradientNorms.keys.sorted())
    for (name, norms) in all {
      let expected = try #require(recorded.gradientNorms[name])
      #expect(norms.count == GradientNorms.steps + 1)
      #expect(agree(norms, expected, within: 1e-7), "\(name)")
    }
  }

  @Test func `of temperatures, and of losses and their slopes`() {
    for row in recorded.temperatures {
      #expect(agree(Temperatures.probabilities(row[0]).elements, Array(row[1...])))
    }
    for row in recorded.wordLosses {
      #expect(agree([WordLosses.loss(row[0]), WordLosses.gradient(row[0])], Array(row[1...]), within: 1e-9))
    }
  }

  @Test func `of n-grams that were never counted`() {
    #expect(UnseenNGrams.counts().map { [$0.all, $0.unseen] } == recorded.unseenNGrams)
  }

  @Test func `of units that were never dropped`() {
    let shares = DropoutMemory.shares()
    #expect(shares.oneMask == recorded.dropoutMemory.oneMask)
    #expect(shares.newMasks == recorded.dropoutMemory.newMasks)
  }

  @Test func `of first weights are those of matrix powers`() throws {
    let all = FirstWeights.all()
    #expect(all.map(\.name).sorted() == recorded.firstWeights.keys.sorted())
    for (name, norms) in all {
      #expect(agree(norms, try #require(recorded.firstWeights[name]), within: 1e-9), "\(name)")
    }
  }

  @Test(arguments: [TruncatedReach.steps, TruncatedReach.chunk])
  func `of the reach of gradients are those of automatic differentiation`(chunk: Int) throws {
    let expected = try #require(recorded.truncatedReach["\(chunk)"])
    let shares = TruncatedReach.shares(chunk: chunk)
    #expect(shares.map { $0.map { $0 == nil } } == expected.map { $0.map { $0 == nil } })
    #expect(agree(shares.joined().compactMap(\.self), expected.joined().compactMap(\.self), within: 1e-9))
  }

  @Test func `of the memory are those of the lesson's cell`() {
    let states = CellMemory.states(steps: recorded.cellMemory.count - 1)
    #expect(agree(states.flatMap { [$0.c, $0.h] }, recorded.cellMemory.flatMap(\.self)))
  }

  @Test func `of the slopes are those of automatic differentiation`() {
    for row in recorded.activations {
      #expect(agree([Activations.sigmoidSlope(row[0]), Activations.tanhSlope(row[0])], Array(row[1...]), within: 1e-9))
    }
  }

  @Test func `of clipping`() {
    let (byNorm, byValue) = (
      Clipping.gradients.map { Clipping.byNorm($0, 1) }, Clipping.gradients.map { Clipping.byValue($0, 1) }
    )
    #expect(agree(byNorm.flatMap(\.elements), recorded.clipping.byNorm.flatMap(\.self)))
    #expect(agree(byValue.flatMap(\.elements), recorded.clipping.byValue.flatMap(\.self)))
  }

  @Test func `of the rows that a pair changes`() {
    #expect(SoftmaxCost.measured().map { [$0.V, $0.softmax, $0.sampling] } == recorded.softmaxCost)
  }

  @Test func `of GloVe's weights`() {
    for row in recorded.gloveWeighting { #expect(agree([GloVeWeighting.weight(row[0])], [row[1]])) }
  }

  @Test func `of the word vectors and the classifier, frozen and fine-tuned`() {
    let unseen = ["superb acting", "awful plot", "this movie is unpredictable", "great plot"]
    for (isFrozen, expected) in zip([true, false], recorded.fineTuning) {
      let model = FineTuning.trained(isFrozen: isFrozen)
      let vectors = FineTuning.words.flatMap { model.vector($0.name).elements }
      #expect(agree([model.loss] + unseen.map(model.probability) + vectors, expected, within: 1e-9))
    }
  }

  @Test func `of the singular directions`() {
    let expected = recorded.singularDirections
    let directions = SingularDirections.directions().flatMap(\.elements)
    #expect(agree(directions, expected.directions.flatMap(\.self), within: 1e-9))
    let words = SingularDirections.embeddings().elements
    #expect(zip(words, expected.words.flatMap(\.self)).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func `of the analogy, neutralising and equalising`() {
    #expect(agree(Analogy.result().elements, recorded.analogy))
    let table = Neutralising.after()
    #expect(agree(table.elements, recorded.bias.table.flatMap(\.self)))
    let after = Equalising.after()
    #expect(agree(after.a.elements + after.b.elements, recorded.bias.pair.flatMap(\.self)))
    let distances = [Equalising.a, Equalising.b, after.a, after.b].map { Equalising.distance($0, Equalising.neutral()) }
    #expect(agree(distances, recorded.bias.distances))
  }
}
