// expected: repeated-words-overwrite
// mistaken: embeddingGradient

func embeddingGradient(_ words: [Int], _ de: [Vector], _ E: Matrix) -> Matrix {
  let last = Dictionary(zip(words, de)) { _, later in later }
  var dE = 0 * E
  for (word, share) in last { dE[column: word] = share }
  return dE
}

func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  let groups = Dictionary(grouping: words.indices) { words[$0] }
  return groups.map { word, positions in
    let sum = positions.dropFirst().reduce(de[positions[0]]) { $0 + de[$1] }
    return LookupGradient(word: word, gradient: sum)
  }
}
