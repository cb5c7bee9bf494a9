/// Words with a vector each.
package struct WordVectors: Hashable, Sendable {
  /// The words, in the order of their file; in those that are trained here, the most frequent first.
  package private(set) var words: [String]
  /// The entries of a vector.
  package let dimensions: Int
  /// All vectors, one after the other.
  private var entries: [Float]
  private var places: [ExactWord: Int]

  /// Makes a table without words.
  package init(dimensions: Int) {
    self.dimensions = dimensions
    (words, entries, places) = ([], [], [:])
  }

  /// Makes a table of words that all differ.
  init(_ words: [String], dimensions: Int, row: (Int) -> [Float]) {
    self.init(dimensions: dimensions)
    for (index, word) in words.enumerated() { append(word, row(index)) }
  }

  /// Adds a word, and says whether it was new; one that is there already is not added.
  @discardableResult
  mutating func append(_ word: String, _ vector: some Collection<Float>) -> Bool {
    guard place(word) == nil else { return false }
    places[ExactWord(text: word)] = words.count
    words.append(word)
    entries += vector
    return true
  }

  /// The place of a word; nil where it is not known.
  package func place(_ word: String) -> Int? { places[ExactWord(text: word)] }

  /// The vector of a word; nil where it is not known.
  package func vector(_ word: String) -> [Double]? { place(word).map(row) }

  /// The vector of the word at a place.
  package func row(_ place: Int) -> [Double] {
    entries[place * dimensions..<(place + 1) * dimensions].map(Double.init)
  }

  /// The words of a list that are known here, with their vectors, rounded to so many decimals.
  package func excerpt(_ list: [String], decimals: Int) -> WordVectors {
    var scale: Float = 1
    for _ in 0..<decimals { scale *= 10 }
    var result = WordVectors(dimensions: dimensions)
    for word in list {
      guard let place = place(word) else { continue }
      let row = entries[place * dimensions..<(place + 1) * dimensions]
      result.append(word, row.map { ($0 * scale).rounded() / scale })
    }
    return result
  }
}

extension WordVectors {
  /// The table in the text format of word2vec.
  ///
  /// Each number has as few digits as tell it from its neighbours, so that reading gives it back bit by bit.
  package var word2VecText: String {
    var text = "\(words.count) \(dimensions)\n"
    for (place, word) in words.enumerated() {
      text += word
      for entry in entries[place * dimensions..<(place + 1) * dimensions] { text += " \(entry)" }
      text += "\n"
    }
    return text
  }
}
