// expected: equal-counts-in-the-order-of-the-text
// mistaken: frequentVocabulary

func frequentVocabulary(_ sentences: [[String]], _ V: Int) -> [String] {
  var words: [String] = []
  var counts: [Int] = []
  for word in sentences.joined() {
    if let place = words.firstIndex(of: word) {
      counts[place] += 1
    } else {
      words.append(word)
      counts.append(1)
    }
  }
  var vocabulary = specialTokens
  while vocabulary.count < V && !words.isEmpty {
    var best = 0
    for i in words.indices where counts[i] > counts[best] { best = i }
    vocabulary.append(words.remove(at: best))
    counts.remove(at: best)
  }
  return vocabulary
}
