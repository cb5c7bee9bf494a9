// expected: only-words-before
// mistaken: coOccurrences

func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  var X = Matrix.zeros(V, V)
  for text in documents {
    for t in text.indices {
      for s in max(0, t - window.before)..<t {
        X[text[t], text[s]] += window.countsByDistance ? 1 / Double(t - s) : 1
      }
    }
  }
  return X
}
