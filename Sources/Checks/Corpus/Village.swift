internal import Grading

/// The course's corpus, `lessons/corpus/village.txt`, as checks draw from it and figures count it.
package enum Village {
  /// The sentences as they are written, the full stop included.
  static let sentences: [String] = villageText.split(separator: "\n").flatMap { paragraph in
    paragraph.split(separator: ". ").map { $0.hasSuffix(".") ? String($0) : "\($0)." }
  }

  /// The sentences as lists of lowercase words.
  package static let words: [[String]] = sentences.map { sentence in
    sentence.lowercased().split { !$0.isLetter }.map(String.init)
  }
}

extension CaseGenerator {
  /// Consecutive sentences of the corpus: few words of one in tiny cases, two or three sentences in small ones, all of them
  /// in long ones.
  mutating func villageSentences() -> [[String]] {
    switch size {
    case .tiny:
      return [Array(Village.words[index(below: Village.words.count)].prefix(integer(in: 1...3)))]
    case .small: return excerpt(integer(in: 2...3)).map { Array($0.prefix(5)) }
    case .general, .saturated: return excerpt(integer(in: 3...8))
    case .long: return Village.words
    }
  }

  /// So many consecutive sentences of the corpus.
  mutating func excerpt(_ count: Int) -> [[String]] {
    let start = integer(in: 0...Village.words.count - count)
    return Array(Village.words[start..<start + count])
  }

  /// Words of which some stand in the corpus and some do not.
  mutating func unknownWord() -> String {
    let words = ["zebra", "dragon", "quark", "teapot", "moonlight", "Xerxes"]
    return words[index(below: words.count)]
  }
}
