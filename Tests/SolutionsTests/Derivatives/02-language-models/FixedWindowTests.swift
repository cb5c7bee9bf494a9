import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// A model with a fixed window, a window and the word behind it.
private struct WindowProblem: Sendable, CustomTestStringConvertible {
  let words: [Int]
  let target: Int
  var p: FixedWindowParameters

  var testDescription: String { "window \(words), H = \(p.b1.count), D = \(p.E.rows), V = \(p.E.columns)" }

  init(_ words: [Int], _ D: Int, _ H: Int, _ V: Int, seed: Int, bias: Double = 1) {
    var generator = SeededGenerator(seed: seed)
    self.words = words
    target = V - 1
    p = FixedWindowParameters(
      E: generator.matrix(D, V), We: generator.matrix(H, words.count * D), b1: generator.vector(H, bias),
      U: generator.matrix(V, H), b2: generator.vector(V))
  }

  static let all = [
    WindowProblem([0], 1, 1, 2, seed: 1), WindowProblem([1, 1], 1, 1, 2, seed: 2),
    WindowProblem([2, 0, 4], 2, 3, 5, seed: 3), WindowProblem([3, 0, 3, 3], 3, 2, 4, seed: 4),
    WindowProblem([5, 1, 6], 2, 5, 7, seed: 5), WindowProblem([0, 2], 4, 3, 3, seed: 6, bias: 30),
  ]

  var loss: Double { fixedWindowLoss(words, target, p) }
}

/// The parameters for Swift's own differentiation; the embeddings as a column for each word.
private struct Blocks: Differentiable {
  var columns: [[Double]]
  var We: [Double]
  var b1: [Double]
  var U: [Double]
  var b2: [Double]

  init(_ p: FixedWindowParameters) {
    columns = (0..<p.E.columns).map { p.E[column: $0].elements }
    We = p.We.elements
    b1 = p.b1.elements
    U = p.U.elements
    b2 = p.b2.elements
  }

  @differentiable(reverse,wrt: self)
  func loss(_ words: [Int], _ target: Int) -> Double {
    var e: [Double] = []
    for position in 0..<withoutDerivative(at: words.count) { e += columns[words[position]] }
    let h = SolutionsTests.sum(product(We, e), b1).differentiableMap(hyperbolicTangent)
    return crossEntropy(SolutionsTests.sum(product(U, h), b2), target)
  }
}

@Suite struct `The reference of fixed-window-lm` {
  @Test(arguments: WindowProblem.all)
  fileprivate func `agrees with central differences`(problem: WindowProblem) throws {
    let expected = FixedWindowGradients(
      dE: try centralDifferences(\.p.E, of: problem, \.loss), dWe: try centralDifferences(\.p.We, of: problem, \.loss),
      db1: try centralDifferences(\.p.b1, of: problem, \.loss), dU: try centralDifferences(\.p.U, of: problem, \.loss),
      db2: try centralDifferences(\.p.b2, of: problem, \.loss))
    let gradients = fixedWindowGradients(problem.words, problem.target, problem.p)
    #expect(Agreement.centralDifferences.disagreement(gradients, expected) == nil)
  }

  @Test(arguments: WindowProblem.all)
  fileprivate func `agrees with central differences, line by line`(problem: WindowProblem) throws {
    let p = problem.p
    var generator = SeededGenerator(seed: 50)
    let (dz, da) = (generator.vector(p.b2.count), generator.vector(p.b1.count))
    let (a, e) = (generator.vector(p.b1.count, 3), generator.vector(p.We.columns))
    let agreement = Agreement.centralDifferences
    let byPreActivation = try centralDifferences(\.self, of: a) { dot(dz, windowScores(tanh($0), p.U, p.b2)) }
    #expect(agreement.disagreement(windowHiddenGradient(dz, tanh(a), p.U), byPreActivation) == nil)
    let byWindow = try centralDifferences(\.self, of: e) { dot(da, p.We * $0 + p.b1) }
    #expect(agreement.disagreement(windowInputGradient(da, p.We), byWindow) == nil)
    let byTable = try centralDifferences(\.self, of: p.E) { dot(e, windowEmbedding(problem.words, $0)) }
    #expect(agreement.disagreement(windowEmbeddingGradient(problem.words, e, p.E.columns), byTable) == nil)
  }

  @Test(arguments: WindowProblem.all)
  fileprivate func `agrees with Swift's differentiation`(problem: WindowProblem) {
    let (words, target) = (problem.words, problem.target)
    let (loss, gradient) = valueWithGradient(at: Blocks(problem.p)) { $0.loss(words, target) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let g = fixedWindowGradients(words, target, problem.p)
    // The tangent of a column that is not looked up is the empty array, which stands for zeros.
    let columns = gradient.columns.base.map { column in
      column.base.isEmpty ? [Double](repeating: 0, count: problem.p.E.rows) : column.base
    }
    #expect(Agreement.exact.disagreement(g.dE.transposed, Matrix(columns)) == nil)
    let actual = [g.dWe.elements, g.db1.elements, g.dU.elements, g.db2.elements]
    let expected = [gradient.We.base, gradient.b1.base, gradient.U.base, gradient.b2.base]
    #expect(Agreement.exact.disagreement(actual, expected) == nil)
  }
}
