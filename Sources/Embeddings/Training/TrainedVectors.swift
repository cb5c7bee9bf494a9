/// How many digits training computes with.
package enum Precision: String, Hashable, Sendable, CaseIterable {
  /// About 7 digits, as word2vec and GloVe have them: faster, and enough.
  case single
  /// About 16 digits.
  case double
}

// Trainers are called here, in their own module, so that the compiler makes code for just these two kinds of number.
extension WordVectors {
  /// Trains CBOW or skip-gram on a text of two different words at least.
  package static func trained(
    on text: EncodedText, _ settings: WindowSettings, _ precision: Precision = .single,
    progress: (Int, Int) -> Void = { _, _ in }
  ) -> WordVectors {
    switch precision {
    case .single:
      var trainer = WindowTrainer<Float>(text.vocabulary, settings)
      trainer.train(text, progress: progress)
      return trainer.vectors
    case .double:
      var trainer = WindowTrainer<Double>(text.vocabulary, settings)
      trainer.train(text, progress: progress)
      return trainer.vectors
    }
  }

  /// Trains GloVe on the pairs of a text.
  package static func trained(
    on pairs: CoOccurrence, of vocabulary: Vocabulary, _ settings: GloVeTrainingSettings,
    _ precision: Precision = .single, progress: (Int, Int) -> Void = { _, _ in }
  ) -> WordVectors {
    switch precision {
    case .single:
      var trainer = GloVeTrainer<Float>(vocabulary, settings)
      trainer.train(pairs, progress: progress)
      return trainer.vectors
    case .double:
      var trainer = GloVeTrainer<Double>(vocabulary, settings)
      trainer.train(pairs, progress: progress)
      return trainer.vectors
    }
  }
}
