// expected: centre-in-its-own-context
// mistaken: contextPairs

func contextPairs(_ document: [Int], _ window: ContextWindow) -> [ContextPair] {
  var pairs: [ContextPair] = []
  for t in 0..<document.count {
    for s in max(0, t - window.before)...min(document.count - 1, t + window.after) {
      pairs.append(ContextPair(centre: document[t], context: document[s], distance: abs(s - t)))
    }
  }
  return pairs
}
