/// How GloVe is trained.
package struct GloVeTrainingSettings: Hashable, Sendable {
  /// The entries of a vector.
  package var dimensions = 100
  /// The words counted on each side.
  package var window = 10
  /// How often all pairs are gone through.
  package var epochs = 25
  /// AdaGrad's learning rate.
  package var rate = 0.05
  /// The count from which on pairs weigh 1.
  package var xMax = 100.0
  /// The power of the weighting.
  package var alpha = 0.75
  /// What the sums of squared gradients begin with.
  package var firstSquares = 1.0
  /// The seed of all that is drawn.
  package var seed: UInt64 = 1

  /// Makes settings with the paper's numbers.
  package init() {}
}

/// Trains GloVe by AdaGrad, pair after pair, by one worker.
///
/// The loss is `Σ f(x) e²`, without a factor of one half, with the error `e = w · c + b + b' - log x`. The same pairs,
/// settings and kind of number give the same tables, bit for bit, on every machine.
package struct GloVeTrainer<Number: TrainingNumber> {
  /// The words' vectors.
  package let words: Table<Number>
  /// The contexts' vectors.
  package let contexts: Table<Number>
  /// The words' biases.
  package private(set) var wordBiases: [Number]
  /// The contexts' biases.
  package private(set) var contextBiases: [Number]
  private let settings: GloVeTrainingSettings
  private let vocabulary: Vocabulary
  private let wordSquares: Table<Number>
  private let contextSquares: Table<Number>
  private var wordBiasSquares: [Number]
  private var contextBiasSquares: [Number]
  private var draws: SeededDraws

  /// Prepares to train on the pairs of a text.
  package init(_ vocabulary: Vocabulary, _ settings: GloVeTrainingSettings) {
    self.settings = settings
    self.vocabulary = vocabulary
    let count = vocabulary.words.count
    draws = SeededDraws(seed: settings.seed)
    func table() -> Table<Number> { Table(rows: count, dimensions: settings.dimensions) }
    (words, contexts, wordSquares, contextSquares) = (table(), table(), table(), table())
    words.fill(&draws)
    contexts.fill(&draws)
    let first = Number(settings.firstSquares)
    for squares in [wordSquares, contextSquares] {
      for row in 0..<count {
        let start = unsafe squares.row(row)
        // The numbers beyond the dimensions are divided by as well.
        for block in 0..<squares.blocks { unsafe start[block] = SIMD8(repeating: first) }
      }
    }
    (wordBiases, contextBiases) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
    (wordBiasSquares, contextBiasSquares) = (
      Array(repeating: first, count: count), Array(repeating: first, count: count)
    )
  }

  /// Sets a word's and a context's bias.
  package mutating func setBiases(word: Int, _ b: Number, context: Int, _ c: Number) {
    wordBiases[word] = b
    contextBiases[context] = c
  }

  /// A pair as training takes it.
  private struct Example {
    let word: Int32
    let context: Int32
    let logarithm: Number
    let weight: Number
  }

  /// Goes through all pairs as often as the settings say, each time in another order.
  ///
  /// `progress` is told how many times are done, and of how many.
  package mutating func train(_ pairs: CoOccurrence, progress: (Int, Int) -> Void = { _, _ in }) {
    var examples = pairs.entries.map(example)
    for epoch in 0..<settings.epochs {
      for place in stride(from: examples.count - 1, to: 0, by: -1) {
        examples.swapAt(place, draws.index(below: place + 1))
      }
      for example in examples { learn(example) }
      progress(epoch + 1, settings.epochs)
    }
  }

  /// One step on one pair.
  package mutating func step(_ entry: CoOccurrence.Entry) { learn(example(entry)) }

  private func example(_ entry: CoOccurrence.Entry) -> Example {
    let fraction = entry.count / settings.xMax
    return Example(
      word: entry.word, context: entry.context, logarithm: Number(logarithm(entry.count)),
      weight: Number(fraction < 1 ? power(fraction, settings.alpha) : 1))
  }

  @inline(__always)
  private mutating func learn(_ pair: Example) {
    let (i, j) = (Int(pair.word), Int(pair.context))
    let (w, c) = unsafe (words.row(i), contexts.row(j))
    let (wSquares, cSquares) = unsafe (wordSquares.row(i), contextSquares.row(j))
    let error = unsafe inner(w, c, words.blocks) + wordBiases[i] + contextBiases[j] - pair.logarithm
    let gradient = 2 * pair.weight * error
    let rate = Number(settings.rate)
    for block in 0..<words.blocks {
      let (dw, dc) = unsafe (gradient * c[block], gradient * w[block])
      unsafe wSquares[block] += dw * dw
      unsafe cSquares[block] += dc * dc
      unsafe w[block] -= rate * dw / wSquares[block].squareRoot()
      unsafe c[block] -= rate * dc / cSquares[block].squareRoot()
    }
    wordBiasSquares[i] += gradient * gradient
    contextBiasSquares[j] += gradient * gradient
    wordBiases[i] -= rate * gradient / wordBiasSquares[i].squareRoot()
    contextBiases[j] -= rate * gradient / contextBiasSquares[j].squareRoot()
  }

  /// The trained vectors: of each word the sum of both.
  package var vectors: WordVectors {
    WordVectors(vocabulary.words, dimensions: settings.dimensions) { row in
      zip(words[row], contexts[row]).map { Float($0 + $1) }
    }
  }
}
