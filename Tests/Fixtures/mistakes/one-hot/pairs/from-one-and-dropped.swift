// expected: indices-from-one, unknown-words-dropped
// mistaken: wordIndex, encodedSentence

func wordIndex(_ vocabulary: [String], _ word: String) -> Int {
  for i in 0..<vocabulary.count {
    if vocabulary[i] == word { return i + 1 }
  }
  return unkIndex
}

func encodedSentence(_ vocabulary: [String], _ sentence: [String]) -> [Int] {
  let known = sentence.compactMap { vocabulary.firstIndex(of: $0) }
  return [sosIndex] + known + [eosIndex]
}
