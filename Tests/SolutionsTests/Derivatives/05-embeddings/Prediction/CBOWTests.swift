import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// A context, its target and two tables.
private struct BagProblem: Sendable, CustomTestStringConvertible {
  let context: [Int]
  let target: Int
  var p: CBOWTables

  var testDescription: String { "context \(context), V = \(p.W.rows), D = \(p.W.columns)" }

  init(_ context: [Int], _ V: Int, _ D: Int, seed: Int, saturation: Double? = nil) {
    var generator = SeededGenerator(seed: seed)
    self.context = context
    target = V - 1
    p = CBOWTables(W: generator.matrix(V, D), U: generator.matrix(V, D))
    if let saturation { p.W = p.W.saturated(saturation) }
  }

  static let all = [
    BagProblem([0], 2, 1, seed: 1), BagProblem([1, 1], 2, 1, seed: 2), BagProblem([2, 0, 4], 5, 3, seed: 3),
    BagProblem([3, 0, 3, 3], 4, 2, seed: 4), BagProblem([5, 1, 6, 1, 5], 7, 4, seed: 5),
    BagProblem([0, 2], 3, 5, seed: 6, saturation: 20),
  ]

  var loss: Double { cbowLoss(context, target, p) }
}

/// The tables for Swift's own differentiation.
private struct Tables: Differentiable {
  var W: [Double]
  var U: [Double]

  init(_ p: CBOWTables) {
    W = p.W.elements
    U = p.U.elements
  }

  @differentiable(reverse,wrt: self)
  func loss(_ context: [Int], _ target: Int, _ D: Int) -> Double {
    var total = part(W, from: context[0] * D, count: D)
    for place in 1..<withoutDerivative(at: max(1, context.count)) {
      total = SolutionsTests.sum(total, part(W, from: context[place] * D, count: D))
    }
    let scores = product(U, total).differentiableMap { $0 / Double(context.count) }
    return crossEntropy(scores, target)
  }
}

@Suite struct `The reference of cbow` {
  @Test(arguments: BagProblem.all)
  fileprivate func `agrees with central differences`(problem: BagProblem) throws {
    let expected = CBOWGradients(
      dW: try centralDifferences(\.p.W, of: problem, \.loss), dU: try centralDifferences(\.p.U, of: problem, \.loss))
    let gradients = cbowGradients(problem.context, problem.target, problem.p)
    #expect(Agreement.centralDifferences.disagreement(gradients, expected) == nil)
  }

  @Test(arguments: BagProblem.all)
  fileprivate func `agrees with central differences, table by table`(problem: BagProblem) throws {
    let (context, W, U) = (problem.context, problem.p.W, problem.p.U)
    let agreement = Agreement.centralDifferences
    var generator = SeededGenerator(seed: 50)
    let (dh, dz) = (generator.vector(W.columns), generator.vector(W.rows))
    let long = generator.vector(W.columns * context.count)
    let ofSum = try centralDifferences(\.self, of: W) { dot(dh, cbowSum(context, $0)) }
    #expect(agreement.disagreement(cbowSumGradient(context, dh, W.rows), ofSum) == nil)
    let ofMean = try centralDifferences(\.self, of: W) { dot(dh, cbowMean(context, $0)) }
    #expect(agreement.disagreement(cbowMeanGradient(context, dh, W.rows), ofMean) == nil)
    let ofRows = try centralDifferences(\.self, of: W) { dot(long, cbowConcatenation(context, $0)) }
    #expect(agreement.disagreement(cbowConcatenationGradient(context, long, W.rows), ofRows) == nil)
    let ofContext = try centralDifferences(\.self, of: dh) { dot(dz, cbowScores($0, U)) }
    #expect(agreement.disagreement(cbowContextGradient(dz, U), ofContext) == nil)
    let ofTargets = try centralDifferences(\.self, of: U) { dot(dz, cbowScores(dh, $0)) }
    #expect(agreement.disagreement(cbowTargetGradient(dz, dh), ofTargets) == nil)
  }

  @Test(arguments: BagProblem.all)
  fileprivate func `agrees with Swift's differentiation`(problem: BagProblem) {
    let (context, target, p) = (problem.context, problem.target, problem.p)
    let (loss, gradient) = valueWithGradient(at: Tables(p)) { $0.loss(context, target, p.W.columns) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let g = cbowGradients(context, target, p)
    #expect(Agreement.exact.disagreement([g.dW.elements, g.dU.elements], [gradient.W.base, gradient.U.base]) == nil)
  }
}
