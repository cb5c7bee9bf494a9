// expected: zeros-for-unknown-words
// mistaken: startingTable

func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  let groups = Dictionary(grouping: words.indices) { words[$0] }
  return groups.map { word, positions in
    let sum = positions.dropFirst().reduce(de[positions[0]]) { $0 + de[$1] }
    return LookupGradient(word: word, gradient: sum)
  }
}

func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  let known = Dictionary(uniqueKeysWithValues: pretrained.map { ($0.word, $0.vector) })
  let columns = vocabulary.map { known[$0] ?? Vector.zeros(random.rows) }
  return Matrix(columns.map(\.elements)).transposed
}
