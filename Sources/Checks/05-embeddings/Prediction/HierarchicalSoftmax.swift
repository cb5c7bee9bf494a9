internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What hierarchical softmax must satisfy.
@Sendable func hierarchicalSoftmaxChecks() -> ExerciseChecks {
  ExerciseChecks(
    "hierarchical-softmax", pathChecks() + distributionChecks() + gradientChecks() + huffmanChecks())
}

private func pathChecks() -> [Check] {
  [
    .agreement(
      "the steps from the root to a word", points: 2, Function("treePath", treePath), ["tree", "word"],
      plan: CasePlan(saturated: 0, long: 2)
    ) { g in
      let tree = g.tree()
      return [tree, g.index(below: tree.count + 1)]
    },

    .agreement(
      "s_n u_n . v for each step", points: 1, Function("pathScores", pathScores), ["path", "v", "U"],
      plan: .withoutTime
    ) { g in g.problem() },

    .agreement(
      "P = the product of sigmoid(s_n u_n . v)", points: 2, Function("pathProbability", pathProbability),
      ["path", "v", "U"], plan: .manyExtremes
    ) { g in g.problem() },

    .agreement(
      "L = -log P", points: 2, Function("pathLoss", pathLoss), ["path", "v", "U"], plan: .manyExtremes
    ) { g in g.problem() },
  ]
}

private func distributionChecks() -> [Check] {
  [
    .agreement(
      "the probabilities of all words", points: 1, Function("treeDistribution", treeDistribution), ["tree", "v", "U"],
      plan: .withoutTime
    ) { g in g.forest() },

    .agreement(
      "they add up to 1 for any tree", points: 1, Function("treeDistribution", treeDistribution), ["tree", "v", "U"],
      plan: CasePlan(long: 2)
    ) { g in g.forest() }.comparing { result, _ in
      guard case .vector(let probabilities) = result, probabilities.allSatisfy({ $0 >= 0 }) else { return result }
      return .number(probabilities.sum)
    }.within(Tolerance(1e-12)),
  ]
}

private func gradientChecks() -> [Check] {
  [
    .agreement(
      "dz_n = s_n (sigmoid(s_n z_n) - 1)", points: 2, Function("pathDerivatives", pathDerivatives), ["path", "v", "U"],
      plan: .manyExtremes
    ) { g in g.problem() },

    .agreement(
      "dv, and dz_n v for the nodes on the path", points: 3, Function("pathGradients", pathGradients),
      ["path", "v", "U"], plan: CasePlan(small: 8, long: 0)
    ) { g in g.problem() }.comparing { result, arguments in
      scattered(result, over: arguments)
    }.gradient(
      Gradient(
        of: Function("loss", pathLoss), blocks: [("dv", "v"), ("dU", "U")],
        ownLoss: [Gradient.Stage("pathLoss") { arguments, _ in arguments }])),

    .agreement(
      "the nodes on the path, in its order, and no others", points: 1, Function("pathGradients", pathGradients),
      ["path", "v", "U"], plan: .withoutTime
    ) { g in g.problem() }.comparing { result, _ in
      guard case .list(let nodes)? = result["dU"] else { return result }
      return .list(nodes.map { $0["node"] ?? .none })
    },
  ]
}

private func huffmanChecks() -> [Check] {
  [
    .agreement(
      "Huffman's tree: counts times path lengths add up to the least possible", points: 3,
      Function("huffmanTree", huffmanTree), ["counts"], plan: CasePlan(small: 10, general: 12, saturated: 0)
    ) { g in [g.counts()] }.comparing { result, arguments in
      .text(described(result, arguments))
    },

    .agreement(
      "the lengths of the paths", points: 1, Function("codeLengths", codeLengths), ["tree"],
      plan: CasePlan(saturated: 0)
    ) { g in [g.tree()] },

    .agreement(
      "the mean length, weighed with the counts", points: 1, Function("meanCodeLength", meanCodeLength),
      ["tree", "counts"], plan: CasePlan(saturated: 0)
    ) { g in
      let counts = g.counts()
      return [g.tree(counts.count), counts]
    },
  ]
}

/// The result with its nodes scattered into a table of U's shape, as long as there is such a place for each.
private func scattered(_ result: Value, over arguments: [Value]) -> Value {
  guard case .structure(let name, let fields) = result, case .list(let nodes)? = result["dU"],
    case .matrix(let U)? = arguments.last
  else { return result }
  var dU = 0 * U
  for entry in nodes {
    guard case .integer(let node)? = entry["node"], case .vector(let gradient)? = entry["gradient"],
      (0..<U.rows).contains(node), gradient.count == U.columns
    else { return result }
    dU[row: node] += gradient
  }
  return .structure(name, fields.map { $0.label == "dU" ? Value.Field("dU", .matrix(dU)) : $0 })
}

/// What is true of every Huffman tree of these counts, whichever way ties were broken, or why a result is no tree.
private func described(_ result: Value, _ arguments: [Value]) -> String {
  guard case .list(let nodes) = result, case .list(let items) = arguments[0] else { return "no list" }
  let counts = items.map { item -> Int in
    guard case .integer(let count) = item else { return 0 }
    return count
  }
  let V = counts.count
  guard nodes.count == V - 1 else { return "\(nodes.count) inner nodes for \(V) words" }
  // A node weighs what hangs below it, and each word adds its count once for every inner node above it.
  var (weights, parents) = (counts, [Int](repeating: 0, count: 2 * V - 1))
  for (n, node) in nodes.enumerated() {
    guard case .integer(let left)? = node["left"], case .integer(let right)? = node["right"] else { return "no nodes" }
    for child in [left, right] {
      guard child >= 0, child < V + n else { return "inner node \(n) names \(child), which does not stand before it" }
      parents[child] += 1
    }
    weights.append(weights[left] + weights[right])
  }
  if let lost = parents.dropLast().firstIndex(where: { $0 != 1 }) {
    let name = lost < V ? "word \(lost)" : "inner node \(lost - V)"
    return "\(name) hangs at \(parents[lost]) places"
  }
  return "a tree whose counts times path lengths add up to \(weights.dropFirst(V).reduce(0, +))"
}

extension CaseGenerator {
  /// A tree of any shape: trees are hung together at random; in long cases a chain.
  fileprivate mutating func tree(_ words: Int? = nil) -> [InnerNode] {
    let V = words ?? (size == .long ? 20 : dimension(atLeast: size == .tiny ? 3 : 2))
    var roots = Array(0..<V)
    var tree: [InnerNode] = []
    while roots.count > 1 {
      let left = roots.remove(at: size == .long ? roots.count - 1 : index(below: roots.count))
      let right = roots.remove(at: index(below: roots.count))
      tree.append(index(below: 2) == 0 ? InnerNode(left: left, right: right) : InnerNode(left: right, right: left))
      roots.append(V + tree.count - 1)
    }
    return tree
  }

  /// A tree, a centre vector and a vector for each inner node; in saturated cases the scores reach thousands.
  fileprivate mutating func forest() -> [Any] {
    let tree = tree()
    let D = size == .tiny ? 1 : dimension()
    return [tree, vector(D), matrix(tree.count, D)]
  }

  /// The path to a word of some tree, a centre vector and a vector for each inner node.
  fileprivate mutating func problem() -> [Any] {
    let tree = tree()
    let D = size == .tiny ? 2 : dimension()
    return [treePath(tree, index(below: tree.count + 1)), vector(D), matrix(tree.count, D)]
  }

  /// How often words occur, with ties; in long cases after Zipf's law.
  fileprivate mutating func counts() -> [Int] {
    switch size {
    case .tiny: (0..<integer(in: 2...4)).map { _ in integer(in: 1...9) }
    case .small: (0..<integer(in: 3...6)).map { _ in [1, 2, 4, 8][index(below: 4)] }
    case .general, .saturated: (0..<integer(in: 2...9)).map { _ in integer(in: 1...40) }
    case .long: (1...40).map { 1000 / $0 }
    }
  }
}
