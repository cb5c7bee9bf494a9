extension WindowSettings {
  /// Settings with which the almanac's relations are learnt in seconds.
  package static func almanac(_ model: Model, _ output: Output) -> WindowSettings {
    var settings = WindowSettings(model, output)
    settings.dimensions = 24
    settings.epochs = 10
    // A small text needs larger steps than word2vec's billions of words.
    settings.rate = 0.2
    // A mean of the context that has to find a way of ten decisions needs more room, and larger steps still.
    if model == .cbow && output == .tree { (settings.dimensions, settings.rate) = (50, 0.4) }
    return settings
  }
}

extension GloVeTrainingSettings {
  /// Settings with which the almanac's relations are learnt in seconds.
  package static var almanac: GloVeTrainingSettings {
    var settings = GloVeTrainingSettings()
    settings.dimensions = 24
    settings.window = 5
    settings.epochs = 100
    // Smaller first sums make the first steps longer.
    settings.firstSquares = 0.01
    return settings
  }
}

extension Almanac {
  /// The words whose vectors the lessons' figures need.
  package static var shownWords: [String] {
    definitionalPairs.flatMap { [$0.he, $0.she] } + professions.map(\.name) + stereotype.she + stereotype.he
      + AlmanacThings.countries.prefix(6).flatMap { [$0.name, $0.capital] }
  }

  /// The vectors that the lessons show: skip-gram with negative sampling on the corpus of the usual seed and size.
  ///
  /// They are rounded to four decimals.
  package static func shownVectors() -> WordVectors {
    WordVectors.trained(on: EncodedText(sentences()), .almanac(.skipGram, .negatives(5)), .double)
      .excerpt(shownWords, decimals: 4)
  }
}
