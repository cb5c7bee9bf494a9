/// How word2vec is trained.
package struct WindowSettings: Hashable, Sendable {
  /// What is given and what is to be found.
  package enum Model: String, Hashable, Sendable, CaseIterable {
    /// The mean of the context's vectors finds the centre word.
    case cbow
    /// The centre word's vector finds each word of the context.
    case skipGram = "skip-gram"
  }

  /// What stands in the place of the softmax over all words.
  package enum Output: Hashable, Sendable {
    /// The word is told from so many others that are drawn by their counts to the power of 0.75.
    case negatives(Int)
    /// A binary decision at each node on the way to the word in a Huffman tree.
    case tree
  }

  /// What is given and what is to be found.
  package var model: Model
  /// What stands in the place of the softmax.
  package var output: Output
  /// The entries of a vector.
  package var dimensions = 100
  /// The words at most on each side; for each centre a width from 1 to this one is drawn.
  package var window = 5
  /// How often the text is gone through.
  package var epochs = 5
  /// The learning rate at the start; it falls in a line to ``lastRate``.
  package var rate = 0.025
  /// The learning rate at the end.
  package var lastRate = 0.0001
  /// The share of the text from which on a word is left out at times: word2vec's `t`; nil for never.
  package var subsampling: Double?
  /// The power of the counts by which negatives are drawn.
  package var noisePower = 0.75
  /// The seed of all that is drawn.
  package var seed: UInt64 = 1

  /// Makes settings with word2vec's usual numbers.
  package init(_ model: Model, _ output: Output) {
    self.model = model
    self.output = output
  }
}

/// Trains CBOW and skip-gram, with negative sampling or a Huffman tree, by one worker.
///
/// The same text, settings and kind of number give the same tables, bit for bit, on every machine.
package struct WindowTrainer<Number: TrainingNumber> {
  /// The vectors that are kept, a row a word.
  package let input: Table<Number>
  /// The vectors of the other side: a row a word, or an inner node of the tree.
  package let output: Table<Number>
  private let settings: WindowSettings
  private let vocabulary: Vocabulary
  private let noise: AliasTable
  private let tree: HuffmanTree
  /// The chance of each word to be kept.
  private let kept: [Double]
  private var draws: SeededDraws
  private var step: LogisticStep<Number>
  /// Room for a context's mean, and for what is to be added to the vectors that were given.
  private let scratch: Table<Number>

  /// Prepares to train on a text of two words at least.
  package init(_ vocabulary: Vocabulary, _ settings: WindowSettings) {
    self.settings = settings
    self.vocabulary = vocabulary
    draws = SeededDraws(seed: settings.seed)
    input = Table(rows: vocabulary.words.count, dimensions: settings.dimensions)
    input.fill(&draws)
    output = Table(rows: vocabulary.words.count, dimensions: settings.dimensions)
    scratch = Table(rows: 2, dimensions: settings.dimensions)
    noise = AliasTable(counts: vocabulary.counts, power: settings.noisePower)
    tree = settings.output == .tree ? HuffmanTree(counts: vocabulary.counts) : HuffmanTree(counts: [])
    kept = Self.chances(vocabulary, settings.subsampling)
    step = LogisticStep(capacity: 64)
  }

  /// The chance of each word to be kept: `√(t / p) + t / p` for a word of share `p`, as word2vec's program has it.
  private static func chances(_ vocabulary: Vocabulary, _ t: Double?) -> [Double] {
    let total = Double(vocabulary.total)
    return vocabulary.counts.map { count in
      guard let t else { return 1 }
      let ratio = t * total / Double(count)
      return min(1, ratio.squareRoot() + ratio)
    }
  }

  /// Goes through the text as often as the settings say.
  ///
  /// `progress` is told how many words are done, and of how many.
  package mutating func train(_ text: EncodedText, progress: (Int, Int) -> Void = { _, _ in }) {
    let total = text.tokens.count * settings.epochs
    var (done, told) = (0, 0)
    var sentence: [Int32] = []
    for _ in 0..<settings.epochs {
      for index in text.ends.indices {
        let share = Double(done) / Double(total)
        let rate = max(settings.lastRate, settings.rate - (settings.rate - settings.lastRate) * share)
        let words = text.sentence(index)
        sentence.removeAll(keepingCapacity: true)
        for word in words where kept[Int(word)] >= 1 || draws.fraction() < kept[Int(word)] { sentence.append(word) }
        learn(sentence, rate: Number(rate))
        done += words.count
        if done - told >= 100_000 {
          told = done
          progress(done, total)
        }
      }
    }
  }

  private mutating func learn(_ sentence: [Int32], rate: Number) {
    for centre in sentence.indices {
      let width = settings.window - draws.index(below: settings.window)
      let context = max(0, centre - width)..<min(sentence.count, centre + width + 1)
      switch settings.model {
      case .skipGram:
        for place in context where place != centre {
          target(sentence[place])
          skipGram(sentence[centre], rate: rate)
        }
      case .cbow where context.count > 1:
        target(sentence[centre])
        cbow(sentence[context], without: centre, rate: rate)
      case .cbow: break
      }
    }
  }

  /// Sets what a vector is to be told from or to decide, so that it finds a word.
  private mutating func target(_ word: Int32) {
    step.removeAll()
    switch settings.output {
    case .negatives(let count):
      step.append(word, 1)
      for _ in 0..<count {
        var other = noise.draw(&draws)
        while other == word { other = noise.draw(&draws) }
        step.append(other, 0)
      }
    case .tree:
      for (node, isLeft) in zip(tree.paths[Int(word)], tree.turnsLeft[Int(word)]) { step.append(node, isLeft ? 1 : 0) }
    }
  }

  private mutating func skipGram(_ word: Int32, rate: Number) {
    let blocks = input.blocks
    let (vector, change) = unsafe (input.row(Int(word)), scratch.row(1))
    unsafe clear(change, blocks)
    unsafe step.descend(vector, in: output, rate: rate, addingTo: change)
    unsafe add(1, change, to: vector, blocks)
  }

  private mutating func cbow(_ context: ArraySlice<Int32>, without centre: Int, rate: Number) {
    let blocks = input.blocks
    let (mean, change) = unsafe (scratch.row(0), scratch.row(1))
    let share = 1 / Number(context.count - 1)
    unsafe clear(mean, blocks)
    unsafe clear(change, blocks)
    for place in context.indices where place != centre {
      unsafe add(share, input.row(Int(context[place])), to: mean, blocks)
    }
    unsafe step.descend(mean, in: output, rate: rate, addingTo: change)
    // Each word of the context has its share in the mean, and so in the gradient.
    for place in context.indices where place != centre {
      unsafe add(share, change, to: input.row(Int(context[place])), blocks)
    }
  }
}

extension WindowTrainer {
  /// One step of skip-gram: the centre word's vector against rows of the other table with their labels.
  package mutating func skipGramStep(_ word: Int, rows: [Int], labels: [Number], rate: Number) {
    step.removeAll()
    for (row, label) in zip(rows, labels) { step.append(Int32(row), label) }
    skipGram(Int32(word), rate: rate)
  }

  /// One step of CBOW: the mean of some words' vectors against rows of the other table with their labels.
  package mutating func cbowStep(_ context: [Int], rows: [Int], labels: [Number], rate: Number) {
    step.removeAll()
    for (row, label) in zip(rows, labels) { step.append(Int32(row), label) }
    cbow(([0] + context.map(Int32.init))[...], without: 0, rate: rate)
  }

  /// The rows and labels by which a word is found in the tree.
  package func path(_ word: Int) -> (rows: [Int], labels: [Number]) {
    (tree.paths[word].map(Int.init), tree.turnsLeft[word].map { $0 ? 1 : 0 })
  }

  /// The trained vectors.
  package var vectors: WordVectors {
    WordVectors(vocabulary.words, dimensions: settings.dimensions) { input[$0].map { Float($0) } }
  }
}
