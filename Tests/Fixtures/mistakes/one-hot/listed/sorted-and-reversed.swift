// expected: equal-counts-the-wrong-way-round
// mistaken: frequentVocabulary

func wordTokens(_ text: String) -> [String] {
  let spaced = String(text.map { $0.isLetter ? $0 : " " })
  return spaced.lowercased().split(separator: " ").map(String.init)
}

private func comesBefore(_ a: (key: String, value: Int), _ b: (key: String, value: Int)) -> Bool {
  if a.value != b.value { return a.value > b.value }
  return a.key < b.key
}

func frequentVocabulary(_ sentences: [[String]], _ V: Int) -> [String] {
  let counts = Dictionary(sentences.flatMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
  let ranked = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key).reversed()
  let words = Array(ranked)
  let room = V - 4
  return specialTokens + words[..<min(room, words.count)]
}

func wordIndex(_ vocabulary: [String], _ word: String) -> Int {
  let table = Dictionary(zip(vocabulary, 0...), uniquingKeysWith: { first, _ in first })
  return table[word, default: unkIndex]
}

func encodedSentence(_ vocabulary: [String], _ sentence: [String]) -> [Int] {
  let table = Dictionary(zip(vocabulary, 0...), uniquingKeysWith: { first, _ in first })
  let marked = ["<sos>"] + sentence + ["<eos>"]
  return marked.map { table[$0] ?? unkIndex }
}

func decodedSentence(_ vocabulary: [String], _ indices: [Int]) -> [String] {
  indices.map { vocabulary[$0] }.filter { !["<pad>", "<sos>", "<eos>"].contains($0) }
}

func paddedBatch(_ sentences: [[Int]]) -> [[Int]] {
  let width = sentences.map(\.count).max() ?? 0
  return sentences.map { $0 + Array(repeating: padIndex, count: width - $0.count) }
}

func oneHotVector(_ index: Int, _ V: Int) -> Vector {
  Vector((0..<V).map { $0 == index ? 1.0 : 0.0 })
}

func oneHotRows(_ indices: [Int], _ V: Int) -> Matrix {
  Matrix(rows: indices.count, columns: V, elements: indices.flatMap { oneHotVector($0, V).elements })
}
