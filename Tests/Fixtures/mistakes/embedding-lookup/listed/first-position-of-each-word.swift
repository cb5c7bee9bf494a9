// expected: short-list-keeps-the-first
// mistaken: touchedGradients

func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  Set(words).compactMap { word in
    words.firstIndex(of: word).map { LookupGradient(word: word, gradient: de[$0]) }
  }
}
