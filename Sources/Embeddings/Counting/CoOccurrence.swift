/// How often words stand near each other, as GloVe counts it.
package struct CoOccurrence: Sendable {
  /// A word, a word of its context, and the count.
  package struct Entry: Hashable, Sendable {
    /// The word.
    package let word: Int32
    /// The word of its context.
    package let context: Int32
    /// The count, not necessarily whole.
    package let count: Double

    /// Makes an entry.
    package init(word: Int32, context: Int32, count: Double) {
      self.word = word
      self.context = context
      self.count = count
    }
  }

  /// The pairs whose count is above 0, by word and then by context.
  package let entries: [Entry]

  /// Counts the words up to `window` places to both sides, each as 1, or as 1 over its distance.
  ///
  /// Throws ``EmbeddingsError`` when there are more than `limit` different pairs.
  package init(_ text: EncodedText, window: Int, byDistance: Bool = true, limit: Int = 50_000_000)
    throws(EmbeddingsError)
  {
    // Only pairs in which the second number is not below the first: the counts are symmetrical.
    var counts: [UInt64: Double] = [:]
    for index in text.ends.indices {
      let words = text.sentence(index)
      for place in words.indices {
        for other in place + 1..<max(place + 1, min(words.endIndex, place + window + 1)) {
          let pair = (min(words[place], words[other]), max(words[place], words[other]))
          let amount = byDistance ? 1 / Double(other - place) : 1
          counts[UInt64(pair.0) << 32 | UInt64(pair.1), default: 0] += amount
        }
      }
      guard counts.count <= limit else {
        throw EmbeddingsError(
          problem: "the text has more than \(limit) different pairs of words within \(window) places",
          advice: "Use a narrower window, a higher minimum count, or a shorter text.")
      }
    }
    var entries: [Entry] = []
    entries.reserveCapacity(counts.count * 2)
    for (key, count) in counts {
      let (a, b) = (Int32(key >> 32), Int32(key & 0xFFFF_FFFF))
      // A word beside itself is in the context of both.
      entries.append(Entry(word: a, context: b, count: a == b ? 2 * count : count))
      if a != b { entries.append(Entry(word: b, context: a, count: count)) }
    }
    self.entries = entries.sorted { ($0.word, $0.context) < ($1.word, $1.context) }
  }
}
