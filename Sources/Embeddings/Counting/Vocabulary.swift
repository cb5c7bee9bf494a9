/// The words of a text with their counts, the most frequent first.
///
/// Words of equal count stand in the order of their bytes.
package struct Vocabulary: Hashable, Sendable {
  /// The words.
  package let words: [String]
  /// How often each occurs.
  package let counts: [Int]

  /// The sum of the counts.
  package var total: Int { counts.reduce(0, +) }
}

/// A text as numbers: the sentences one after the other, each word by its place in the vocabulary.
package struct EncodedText: Sendable {
  /// The words that occur often enough.
  package let vocabulary: Vocabulary
  /// The words of all sentences; words that are too rare are left out.
  package let tokens: [Int32]
  /// Where each sentence ends in ``tokens``.
  package let ends: [Int]

  /// The words of a sentence.
  func sentence(_ index: Int) -> ArraySlice<Int32> { tokens[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  /// Encodes sentences; words that occur less often than `minimumCount` are left out.
  package init(_ sentences: some Sequence<[String]>, minimumCount: Int = 1) {
    var draft = TextDraft()
    for sentence in sentences {
      for word in sentence { draft.append(word) }
      draft.endSentence()
    }
    self = draft.encoded(minimumCount: minimumCount)
  }

  fileprivate init(vocabulary: Vocabulary, tokens: [Int32], ends: [Int]) {
    self.vocabulary = vocabulary
    self.tokens = tokens
    self.ends = ends
  }
}

/// A text while it is read, words numbered in the order in which they came.
struct TextDraft {
  private var numbers: [ExactWord: Int32] = [:]
  private var words: [String] = []
  private var counts: [Int] = []
  private(set) var tokens: [Int32] = []
  private var ends: [Int] = []

  /// The number of different words so far.
  var wordCount: Int { words.count }

  /// Adds a word to the sentence.
  mutating func append(_ word: String) {
    let key = ExactWord(text: word)
    if let known = numbers[key] {
      counts[Int(known)] += 1
      tokens.append(known)
    } else {
      numbers[key] = Int32(words.count)
      tokens.append(Int32(words.count))
      words.append(word)
      counts.append(1)
    }
  }

  /// Ends the sentence; one without words is none.
  mutating func endSentence() {
    if tokens.count > ends.last ?? 0 { ends.append(tokens.count) }
  }

  /// The text with its words numbered by count, in the place of the draft.
  consuming func encoded(minimumCount: Int) -> EncodedText {
    let order = words.indices.filter { counts[$0] >= minimumCount }.sorted {
      counts[$0] != counts[$1]
        ? counts[$0] > counts[$1] : words[$0].utf8.lexicographicallyPrecedes(words[$1].utf8)
    }
    var places = [Int32](repeating: -1, count: words.count)
    for (place, number) in order.enumerated() { places[number] = Int32(place) }
    // What is kept moves to the front, so that a large text is not in memory twice.
    var (start, kept, sentences) = (0, 0, 0)
    for index in ends.indices {
      let first = kept
      for place in start..<ends[index] where places[Int(tokens[place])] >= 0 {
        tokens[kept] = places[Int(tokens[place])]
        kept += 1
      }
      start = ends[index]
      guard kept > first else { continue }
      ends[sentences] = kept
      sentences += 1
    }
    tokens.removeLast(tokens.count - kept)
    ends.removeLast(ends.count - sentences)
    let vocabulary = Vocabulary(words: order.map { words[$0] }, counts: order.map { counts[$0] })
    return EncodedText(vocabulary: vocabulary, tokens: tokens, ends: ends)
  }
}
