import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// A word of a tree, a centre vector and a vector for each inner node.
private struct TreeProblem: Sendable, CustomTestStringConvertible {
  let tree: [InnerNode]
  let word: Int
  var v: Vector
  var U: Matrix

  var testDescription: String { "word \(word) of \(tree.count + 1), D = \(v.count)" }

  init(_ counts: [Int], _ word: Int, _ D: Int, seed: Int, scale: Double = 1) {
    var generator = SeededGenerator(seed: seed)
    tree = huffmanTree(counts)
    self.word = word
    v = generator.vector(D, scale)
    U = generator.matrix(tree.count, D)
  }

  static let all = [
    TreeProblem([1, 1], 0, 1, seed: 1), TreeProblem([1, 1], 1, 3, seed: 2),
    TreeProblem([8, 4, 2, 2], 2, 2, seed: 3), TreeProblem([1, 2, 4, 8, 16, 32], 0, 3, seed: 4),
    TreeProblem([5, 5, 5, 5, 5, 5, 5], 6, 4, seed: 5), TreeProblem([9, 1, 3, 7], 1, 2, seed: 6, scale: 30),
  ]

  var path: [PathStep] { treePath(tree, word) }
  var loss: Double { pathLoss(path, v, U) }

  /// The nodes' gradients as a whole table, after a check that the nodes are those on the path.
  func table(_ nodes: [NodeGradient]) -> Matrix {
    #expect(nodes.map(\.node) == path.map(\.node))
    var table = 0 * U
    for entry in nodes { table[row: entry.node] = entry.gradient }
    return table
  }
}

/// The vectors for Swift's own differentiation.
private struct Vectors: Differentiable {
  var v: [Double]
  var U: [Double]

  @differentiable(reverse,wrt: self)
  func loss(_ path: [PathStep]) -> Double {
    var total = 0.0
    let D = withoutDerivative(at: v.count)
    for index in 0..<withoutDerivative(at: path.count) {
      total -= logarithm(logistic(path[index].sign * inner(part(U, from: path[index].node * D, count: D), v)))
    }
    return total
  }
}

@Suite struct `The reference of hierarchical-softmax` {
  @Test(arguments: TreeProblem.all)
  fileprivate func `agrees with central differences`(problem: TreeProblem) throws {
    let gradients = pathGradients(problem.path, problem.v, problem.U)
    let agreement = Agreement.centralDifferences
    #expect(agreement.disagreement(gradients.dv, try centralDifferences(\.v, of: problem, \.loss)) == nil)
    let dU = try centralDifferences(\.U, of: problem, \.loss)
    #expect(agreement.disagreement(problem.table(gradients.dU), dU) == nil)
  }

  @Test(arguments: TreeProblem.all.dropLast())
  fileprivate func `agrees with Swift's differentiation`(problem: TreeProblem) {
    let vectors = Vectors(v: problem.v.elements, U: problem.U.elements)
    let (loss, gradient) = valueWithGradient(at: vectors) { $0.loss(problem.path) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let gradients = pathGradients(problem.path, problem.v, problem.U)
    let actual = [gradients.dv.elements, problem.table(gradients.dU).elements]
    #expect(Agreement.exact.disagreement(actual, [gradient.v.base, gradient.U.base]) == nil)
  }

  @Test(arguments: TreeProblem.all)
  fileprivate func `has probabilities that add up to 1`(problem: TreeProblem) {
    let sum = treeDistribution(problem.tree, problem.v, problem.U).sum
    #expect(abs(sum - 1) <= 1e-12)
  }

  @Test(arguments: [
    ([1, 1], 2), ([2, 2, 1, 1], 12), ([1, 1, 1, 1, 1], 12), ([8, 4, 2, 2], 28), ([5, 9, 12, 13, 16, 45], 224),
  ])
  func `builds trees with the least sum of counts times lengths`(counts: [Int], least: Int) {
    let lengths = codeLengths(huffmanTree(counts))
    #expect(zip(counts, lengths).reduce(0) { $0 + $1.0 * $1.1 } == least)
  }
}
