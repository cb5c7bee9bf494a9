// expected: windows-cross-documents
// mistaken: coOccurrences

func coOccurrences(_ documents: [[Int]], _ V: Int, _ window: ContextWindow) -> Matrix {
  let text = documents.flatMap { $0 }
  var X = Matrix.zeros(V, V)
  for t in text.indices {
    for s in text.indices where s != t && t - s <= window.before && s - t <= window.after {
      X[text[t], text[s]] += window.countsByDistance ? 1 / Double(abs(t - s)) : 1
    }
  }
  return X
}
