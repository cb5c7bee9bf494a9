/// A binary tree over the words, in which frequent words lie near the root.
///
/// Of words or nodes of equal count, the one that was there first is joined first.
package struct HuffmanTree: Sendable {
  /// For each word, the inner nodes from the root to it; the root is the last node, `count - 2`.
  package let paths: [[Int32]]
  /// For each word, and for each node of its path, whether the way goes left, to the child that was joined first.
  package let turnsLeft: [[Bool]]

  /// Makes the tree of two words at least, by their counts in falling order.
  package init(counts: [Int]) {
    let leaves = counts.count
    var weights = counts
    var parents = [Int](repeating: -1, count: max(0, 2 * leaves - 1))
    var isLeft = [Bool](repeating: false, count: parents.count)
    // Words are taken from the rarest on, inner nodes in the order in which they were made, which is that of weight.
    var nextWord = leaves - 1
    var nextNode = leaves
    func takeLightest() -> Int {
      if nextWord >= 0 && (nextNode >= weights.count || weights[nextWord] <= weights[nextNode]) {
        nextWord -= 1
        return nextWord + 1
      }
      nextNode += 1
      return nextNode - 1
    }
    for node in leaves..<max(leaves, 2 * leaves - 1) {
      let (first, second) = (takeLightest(), takeLightest())
      weights.append(weights[first] + weights[second])
      (parents[first], parents[second]) = (node, node)
      isLeft[first] = true
    }
    var paths: [[Int32]] = []
    var turns: [[Bool]] = []
    for word in 0..<leaves {
      var path: [Int32] = []
      var turn: [Bool] = []
      var node = word
      while parents[node] >= 0 {
        turn.append(isLeft[node])
        node = parents[node]
        path.append(Int32(node - leaves))
      }
      paths.append(path.reversed())
      turns.append(turn.reversed())
    }
    self.paths = paths
    turnsLeft = turns
  }
}
