// Hierarchical softmax: the words are the leaves of a binary tree, and a probability is a product along a path.
//
// Write paths, probabilities, the loss and its gradients for any tree, then Huffman's. Take out each `todo` as you replace
// it. Check with: gradus check hierarchical-softmax
//
// Words and inner nodes count from 0. A left turn has the sign 1, a right turn -1.

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
  todo("the steps from the root to the word")
}

/// The scores s_n z_n of the steps of a path, where z_n is the product of u_n and v.
func pathScores(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  todo("s_n z_n for each step")
}

/// The probability of the word at the end of a path: the product of sigmoid(s_n z_n) over its steps.
func pathProbability(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  todo("the product along the path")
}

/// The loss, minus the logarithm of the probability; finite for scores of any size.
func pathLoss(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Double {
  todo("minus the logarithm")
}

/// The probabilities of all words, which add up to 1 for any tree.
func treeDistribution(_ tree: [InnerNode], _ v: Vector, _ U: Matrix) -> Vector {
  todo("the probabilities of all words")
}

/// The derivatives dz_n of the loss by z_n, the product without the sign, for the steps of a path.
func pathDerivatives(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> Vector {
  todo("dz_n for each step")
}

/// The gradients of ``pathLoss(_:_:_:)``; the nodes are those on the path, in its order, and no others.
func pathGradients(_ path: [PathStep], _ v: Vector, _ U: Matrix) -> PathGradients {
  todo("dv and the nodes on the path")
}

/// A Huffman tree of at least two words with the given counts.
///
/// The two lightest trees are hung together until one is left. Of equally light ones any may be taken.
func huffmanTree(_ counts: [Int]) -> [InnerNode] {
  todo("the tree")
}

/// The length of the path to each word.
func codeLengths(_ tree: [InnerNode]) -> [Int] {
  todo("the lengths of the paths")
}

/// The mean length of a path, where each word counts as often as it occurs.
func meanCodeLength(_ tree: [InnerNode], _ counts: [Int]) -> Double {
  todo("the mean length")
}
