// expected: special-tokens-decoded
// mistaken: decodedSentence

func decodedSentence(_ vocabulary: [String], _ indices: [Int]) -> [String] {
  var words: [String] = []
  for index in indices {
    if index == padIndex { continue }
    words.append(vocabulary[index])
  }
  return words
}
