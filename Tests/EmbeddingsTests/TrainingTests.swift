import Embeddings
import Testing

@Suite struct `Training on the generated corpus` {
  static let text = EncodedText(Almanac.sentences())

  @Test(arguments: [
    (WindowSettings.Model.skipGram, WindowSettings.Output.negatives(5), 0.99), (.skipGram, .tree, 0.85),
    (.cbow, .negatives(5), 0.9), (.cbow, .tree, 0.9),
  ])
  func `solves its analogies and shows its bias`(
    model: WindowSettings.Model, output: WindowSettings.Output, least: Double
  ) throws {
    try expectLearnt(.trained(on: Self.text, .almanac(model, output)), least)
  }

  @Test func `solves them by GloVe as well`() throws {
    let pairs = try CoOccurrence(Self.text, window: 5)
    try expectLearnt(.trained(on: pairs, of: Self.text.vocabulary, .almanac), 0.8)
  }

  private func expectLearnt(_ vectors: WordVectors, _ least: Double) throws {
    for score in UnitVectors(vectors).score(Almanac.questions) {
      let share = try #require(score.share)
      #expect(score.skipped == 0)
      #expect(share >= least, "\(score.name) \(share)")
    }
    // The order of the professions along the direction of gender goes with what the corpus says of them.
    let direction = try #require(vectors.meanDifference(Almanac.definitionalPairs.map { ($0.she, $0.he) }))
    let along = try Almanac.professions.map { try #require(vectors.cosine($0.name, direction)) }
    #expect(correlation(along, Almanac.professions.map(\.shareOfShe)) > 0.6)
    #expect(along.prefix(5).reduce(0, +) > along.suffix(5).reduce(0, +))
  }

  @Test func `gives the same for the same seed, and another for another`() {
    let text = EncodedText(Almanac.sentences(500))
    var settings = WindowSettings.almanac(.cbow, .negatives(3))
    settings.epochs = 1
    settings.subsampling = 0.001
    let first = WordVectors.trained(on: text, settings)
    #expect(WordVectors.trained(on: text, settings) == first)
    settings.seed = 2
    #expect(WordVectors.trained(on: text, settings) != first)
  }

  @Test func `counts pairs as by hand`() throws {
    let text = EncodedText([["a", "b", "a", "c"], ["b", "a"]])
    #expect(text.vocabulary.words == ["a", "b", "c"])
    func counts(_ byDistance: Bool) throws -> [String: Double] {
      var result: [String: Double] = [:]
      for entry in try CoOccurrence(text, window: 2, byDistance: byDistance).entries {
        result[text.vocabulary.words[Int(entry.word)] + text.vocabulary.words[Int(entry.context)]] = entry.count
      }
      return result
    }
    #expect(try counts(false) == ["aa": 2, "ab": 3, "ac": 1, "ba": 3, "bc": 1, "ca": 1, "cb": 1])
    #expect(try counts(true) == ["aa": 1, "ab": 3, "ac": 1, "ba": 3, "bc": 0.5, "ca": 1, "cb": 0.5])
    #expect(throws: EmbeddingsError.self) { try CoOccurrence(text, window: 2, limit: 2) }
  }
}

@Suite struct `The lessons' vectors` {
  @Test func `are what training afresh gives, byte by byte; if not, run Scripts/embed-corpus`() throws {
    let stored = try WordVectors(reading: repository + "/lessons/corpus/almanac-vectors.txt", .word2VecText)
    #expect(Almanac.shownVectors() == stored)
  }
}

/// How two lists of numbers go together, from -1 to 1.
private func correlation(_ a: [Double], _ b: [Double]) -> Double {
  let (meanA, meanB) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
  let products = zip(a, b).map { ($0 - meanA) * ($1 - meanB) }.reduce(0, +)
  let squares = a.map { ($0 - meanA) * ($0 - meanA) }.reduce(0, +) * b.map { ($0 - meanB) * ($0 - meanB) }.reduce(0, +)
  return products / squares.squareRoot()
}
