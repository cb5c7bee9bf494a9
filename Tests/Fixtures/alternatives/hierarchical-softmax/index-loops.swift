// Plain loops over indices; Huffman's tree by looking for the two lightest each time.

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
  var path: [PathStep] = []
  var below = word
  while below != 2 * tree.count {
    for n in 0..<tree.count {
      if tree[n].left == below || tree[n].right == below {
        path.insert(PathStep(node: n, sign: tree[n].left == below ? 1 : -1), at: 0)
        below = tree.count + 1 + n
        break
      }
    }
  }
  return path
}

/// The scores s_n z_n of the steps of a path, where z_n is the product of u_n and v.
func pathScores(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  var scores = Vector.zeros(path.count)
  for step in 0..<path.count {
    for d in 0..<v.count { scores[step] += path[step].sign * U[path[step].node, d] * v[d] }
  }
  return scores
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
  var loss = 0.0
  for score in pathScores(path, v, U) { loss += max(-score, 0) + log1p(exp(-abs(score))) }
  return loss
}

/// The probabilities of all words, which add up to 1 for any tree.
func treeDistribution(_ tree: [InnerNode], _ v: Vector, _ U: Matrix) -> Vector {
  let words = 0...tree.count
  return Vector(words.map { pathProbability(treePath(tree, $0), v, U) })
}

/// The derivatives dz_n of the loss by z_n, the product without the sign, for the steps of a path.
func pathDerivatives(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  var dz = pathScores(path, v, U)
  for step in 0..<path.count { dz[step] = -path[step].sign * sigmoid(-dz[step]) }
  return dz
}

/// The gradients of ``pathLoss(_:_:_:)``; the nodes are those on the path, in its order, and no others.
func pathGradients(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> PathGradients {
  let dz = pathDerivatives(path, v, U)
  var dv = Vector.zeros(v.count)
  var dU: [NodeGradient] = []
  for step in 0..<path.count {
    let node = path[step].node
    var gradient = Vector.zeros(v.count)
    for d in 0..<v.count {
      dv[d] += dz[step] * U[node, d]
      gradient[d] = dz[step] * v[d]
    }
    dU.append(NodeGradient(node: node, gradient: gradient))
  }
  return PathGradients(dv: dv, dU: dU)
}

/// A Huffman tree of at least two words with the given counts.
///
/// The two lightest trees are hung together until one is left. Of equally light ones any may be taken.
func huffmanTree(_ counts: [Int]) -> [InnerNode] {
  var weights = counts
  var isFree = [Bool](repeating: true, count: counts.count)
  var tree: [InnerNode] = []
  for _ in 1..<counts.count {
    var found: [Int] = []
    for _ in 0..<2 {
      var lightest = -1
      for node in 0..<weights.count where isFree[node] {
        if lightest < 0 || weights[node] <= weights[lightest] { lightest = node }
      }
      isFree[lightest] = false
      found.append(lightest)
    }
    tree.append(InnerNode(left: found[1], right: found[0]))
    weights.append(weights[found[0]] + weights[found[1]])
    isFree.append(true)
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
  let lengths = codeLengths(tree)
  var (steps, words) = (0.0, 0.0)
  for word in 0..<counts.count {
    steps += Double(counts[word]) * Double(lengths[word])
    words += Double(counts[word])
  }
  return steps / words
}
