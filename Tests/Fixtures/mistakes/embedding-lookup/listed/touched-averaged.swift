// expected: averaged-over-occurrences
// mistaken: touchedGradients

func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  let groups = Dictionary(grouping: words.indices) { words[$0] }
  return groups.map { word, positions in
    let sum = positions.dropFirst().reduce(de[positions[0]]) { $0 + de[$1] }
    return LookupGradient(word: word, gradient: sum / Double(positions.count))
  }
}
