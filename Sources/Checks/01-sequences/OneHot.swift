internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the way from words to one-hot vectors and back must satisfy, on sentences of the course's corpus.
@Sendable func oneHotChecks() -> ExerciseChecks {
  ExerciseChecks("one-hot", wordChecks() + indexChecks() + vectorChecks())
}

private func wordChecks() -> [Check] {
  [
    .agreement(
      "the words of a text, in lowercase", points: 2, Function("wordTokens", wordTokens), ["text"],
      plan: CasePlan(small: 6, general: 10, saturated: 0, long: 1)
    ) { g in
      [g.text()]
    },

    .agreement(
      "the special tokens, then the most frequent words", points: 4,
      Function("frequentVocabulary", frequentVocabulary), ["sentences", "V"], plan: CasePlan(saturated: 0)
    ) { g in
      [g.villageSentences(), g.limit()]
    },
  ]
}

private func indexChecks() -> [Check] {
  [
    .agreement(
      "the index of a word, or of <unk>", points: 2, Function("wordIndex", wordIndex), ["vocabulary", "word"],
      plan: .words
    ) { g in
      let (vocabulary, sentence) = g.known()
      return [vocabulary, sentence[g.index(below: sentence.count)]]
    },

    .agreement(
      "<sos>, the words, <eos> as indices", points: 2, Function("encodedSentence", encodedSentence),
      ["vocabulary", "sentence"], plan: CasePlan(small: 6, general: 10, saturated: 0, long: 1)
    ) { g in
      let (vocabulary, sentence) = g.known()
      return [vocabulary, sentence]
    },

    .agreement(
      "the words of the indices", points: 2, Function("decodedSentence", decodedSentence), ["vocabulary", "indices"],
      plan: .words
    ) { g in
      let (vocabulary, sentence) = g.known()
      let padding = [Int](repeating: padIndex, count: g.integer(in: 0...2))
      return [vocabulary, encodedSentence(vocabulary, sentence) + padding]
    },

    .agreement(
      "<pad> behind the shorter sentences", points: 2, Function("paddedBatch", paddedBatch), ["sentences"],
      plan: .words
    ) { g in
      let count = g.integer(in: g.size == .tiny ? 1...2 : 1...5)
      let longest = g.size == .tiny ? 1 : 6
      return [(0..<count).map { _ in g.indices(g.integer(in: 0...longest), below: 12) }]
    },
  ]
}

private func vectorChecks() -> [Check] {
  [
    .agreement(
      "1 at the index, 0 elsewhere", points: 1, Function("oneHotVector", oneHotVector), ["index", "V"], plan: .words
    ) { g in
      let V = g.dimension(atLeast: 2)
      return [g.index(below: V), V]
    },

    .agreement(
      "a row for each position", points: 2, Function("oneHotRows", oneHotRows), ["indices", "V"],
      plan: CasePlan(saturated: 0)
    ) { g in
      let V = g.dimension(atLeast: 2)
      return [g.indices(g.length(), below: V), V]
    },
  ]
}

extension CasePlan {
  /// For functions of words: numbers do not saturate.
  fileprivate static var words: CasePlan { CasePlan(small: 6, general: 10, saturated: 0, long: 0) }
}

extension CaseGenerator {
  /// A piece of the corpus with marks of other kinds in it; in long cases the whole of it, as it is written.
  ///
  /// Every third one ends with its last word, so that whoever waits for a mark to keep a word loses it.
  fileprivate mutating func text() -> String {
    if size == .long { return villageText }
    let marks = [".", "!", "?", "...", " -", "; 12"]
    let count = size == .tiny ? 1 : integer(in: 1...3)
    let pieces = (0..<count).map { _ in
      var words = Village.sentences[index(below: Village.sentences.count)].dropLast().split(separator: " ")
      if size == .tiny { words = Array(words.prefix(3)) }
      let joints = [" ", ", ", ": ", "  ", "\n"]
      let cut = size == .tiny ? 1 : index(below: words.count)
      let joint = joints[index(below: joints.count)]
      let halves = [words[..<cut], words[cut...]].map { $0.joined(separator: " ") }
      return halves.joined(separator: joint) + marks[index(below: marks.count)]
    }
    let text = pieces.joined(separator: " ")
    guard ordinal % 3 == 2, let end = text.lastIndex(where: { $0.isLetter }) else { return text }
    return String(text[...end])
  }

  /// The size of a vocabulary: mostly one that does not hold all words, at times one of the special tokens alone.
  fileprivate mutating func limit() -> Int {
    switch size {
    case .tiny: integer(in: 5...6)
    case .small: integer(in: 4...12)
    case .general, .saturated: integer(in: 8...60)
    case .long: 100
    }
  }

  /// A vocabulary that does not hold all words, and a sentence with words of it and others; in long cases a page of the
  /// corpus as one sentence.
  fileprivate mutating func known() -> (vocabulary: [String], sentence: [String]) {
    let sentences = size == .long ? excerpt(30) : villageSentences()
    let vocabulary = frequentVocabulary(sentences, limit())
    if size == .long { return (vocabulary, Array(sentences.joined())) }
    var sentence = sentences[index(below: sentences.count)]
    if index(below: 3) == 0 { sentence[index(below: sentence.count)] = unknownWord() }
    return (vocabulary, sentence)
  }
}
