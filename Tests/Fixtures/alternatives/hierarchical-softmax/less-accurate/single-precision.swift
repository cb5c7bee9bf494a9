// Less accurate: the scores have passed through single precision, with errors of about 1e-8.

import LinearAlgebra

// Given: the inner nodes of a tree, the steps of a path, and gradients.

/// An inner node of a tree of V words: what hangs on its left and on its right.
///
/// A number below V is that word, and V + n is the inner node n. A tree is the list of its V - 1 inner nodes. Each stands
/// behind all inner nodes that hang below it, so that the root is the last.
struct InnerNode {
  var left: Int
  var right: Int
}

/// A step of a path: an inner node, and the turn taken there, 1 for left and -1 for right.
struct PathStep {
  var node: Int
  var sign: Double
}

/// The gradient of the vector of an inner node.
struct NodeGradient {
  var node: Int
  var gradient: Vector
}

/// The gradients of a path's loss: of the centre's vector, and of the nodes on the path.
struct PathGradients {
  var dv: Vector
  var dU: [NodeGradient]
}

/// The path to a word: the steps from the root to it.
func treePath(_ tree: [InnerNode], _ word: Int) -> [PathStep] {
  let V = tree.count + 1
  var path: [PathStep] = []
  var below = word
  for (n, node) in tree.enumerated() where node.left == below || node.right == below {
    path.append(PathStep(node: n, sign: node.left == below ? 1 : -1))
    below = V + n
  }
  return path.reversed()
}

/// The scores s_n z_n of the steps of a path, where z_n is the product of u_n and v.
func pathScores(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  Vector(path.map { Double(Float($0.sign * dot(U[row: $0.node], v))) })
}

/// The probability of the word at the end of a path: the product of sigmoid(s_n z_n) over its steps.
func pathProbability(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  var probability = 1.0
  for score in pathScores(path, v, U) {
    probability *= sigmoid(score)
  }
  return probability
}

/// The loss, minus the logarithm of the probability; finite for scores of any size.
func pathLoss(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  -logSigmoid(pathScores(path, v, U)).sum
}

/// The probabilities of all words, which add up to 1 for any tree.
func treeDistribution(_ tree: [InnerNode], _ v: Vector, _ U: Matrix) -> Vector {
  let words = 0...tree.count
  return Vector(words.map { pathProbability(treePath(tree, $0), v, U) })
}

/// The derivatives dz_n of the loss by z_n, the product without the sign, for the steps of a path.
func pathDerivatives(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  let scores = pathScores(path, v, U)
  return Vector(zip(path, scores).map { $0.sign * (sigmoid($1) - 1) })
}

/// The gradients of ``pathLoss(_:_:_:)``; the nodes are those on the path, in its order, and no others.
func pathGradients(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> PathGradients {
  var gradients = PathGradients(dv: Vector.zeros(v.count), dU: [])
  for (step, dz) in zip(path, pathDerivatives(path, v, U)) {
    gradients.dv += dz * U[row: step.node]
    gradients.dU.append(NodeGradient(node: step.node, gradient: dz * v))
  }
  return gradients
}

/// A Huffman tree of at least two words with the given counts.
///
/// The two lightest trees are hung together until one is left. Of equally light ones any may be taken.
func huffmanTree(_ counts: [Int]) -> [InnerNode] {
  let V = counts.count
  var tree: [InnerNode] = []
  var roots = counts.enumerated().map { (node: $0, weight: $1) }
  while roots.count > 1 {
    roots.sort { $0.weight > $1.weight }
    let right = roots.removeLast()
    let left = roots.removeLast()
    roots.append((node: V + tree.count, weight: left.weight + right.weight))
    tree.append(InnerNode(left: left.node, right: right.node))
  }
  return tree
}

/// The length of the path to each word.
func codeLengths(_ tree: [InnerNode]) -> [Int] {
  let words = 0...tree.count
  return words.map { treePath(tree, $0).count }
}

/// The mean length of a path, where each word counts as often as it occurs.
func meanCodeLength(_ tree: [InnerNode], _ counts: [Int]) -> Double {
  var steps = 0
  for (length, count) in zip(codeLengths(tree), counts) {
    steps += length * count
  }
  return Double(steps) / Double(counts.reduce(0, +))
}
