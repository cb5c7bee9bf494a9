import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// A text, the width of the window and two tables.
private struct TextProblem: Sendable, CustomTestStringConvertible {
  let text: [Int]
  let m: Int
  var p: SkipGramTables

  var testDescription: String { "text \(text), m = \(m), V = \(p.W.rows), D = \(p.W.columns)" }

  init(_ text: [Int], _ m: Int, _ V: Int, _ D: Int, seed: Int, saturation: Double? = nil) {
    var generator = SeededGenerator(seed: seed)
    self.text = text
    self.m = m
    p = SkipGramTables(W: generator.matrix(V, D), U: generator.matrix(V, D))
    if let saturation { p.W = p.W.saturated(saturation) }
  }

  static let all = [
    TextProblem([0, 1], 1, 2, 1, seed: 1), TextProblem([1, 1], 1, 2, 3, seed: 2),
    TextProblem([2, 0, 4], 1, 5, 3, seed: 3), TextProblem([3, 0, 3, 3], 2, 4, 2, seed: 4),
    TextProblem([5, 1, 6, 1, 5], 9, 7, 4, seed: 5), TextProblem([0, 2, 0], 1, 3, 5, seed: 6, saturation: 20),
  ]

  var loss: Double { skipGramLoss(text, m, p) }
}

/// The tables for Swift's own differentiation.
private struct Tables: Differentiable {
  var W: [Double]
  var U: [Double]

  init(_ p: SkipGramTables) {
    W = p.W.elements
    U = p.U.elements
  }

  @differentiable(reverse,wrt: self)
  func loss(_ text: [Int], _ m: Int, _ D: Int) -> Double {
    var total = 0.0
    for t in 0..<withoutDerivative(at: text.count) {
      for s in 0..<withoutDerivative(at: text.count) {
        if s != t && abs(s - t) <= m {
          total += crossEntropy(product(U, part(W, from: text[t] * D, count: D)), text[s])
        }
      }
    }
    return total / Double(text.count)
  }
}

@Suite struct `The reference of skip-gram-softmax` {
  @Test(arguments: TextProblem.all)
  fileprivate func `agrees with central differences`(problem: TextProblem) throws {
    let expected = SkipGramGradients(
      dW: try centralDifferences(\.p.W, of: problem, \.loss), dU: try centralDifferences(\.p.U, of: problem, \.loss))
    let gradients = skipGramGradients(problem.text, problem.m, problem.p)
    #expect(Agreement.centralDifferences.disagreement(gradients, expected) == nil)
  }

  @Test(arguments: TextProblem.all)
  fileprivate func `agrees with central differences, line by line`(problem: TextProblem) throws {
    let (text, U) = (problem.text, problem.p.U)
    let agreement = Agreement.centralDifferences
    var generator = SeededGenerator(seed: 50)
    let (v, dz) = (generator.vector(U.columns), generator.vector(U.rows))
    let ofScores = try centralDifferences(\.self, of: dz) { z in text.reduce(0) { $0 - logSoftmax(z)[$1] } }
    #expect(agreement.disagreement(skipGramScoreGradient(dz, text), ofScores) == nil)
    let ofCentre = try centralDifferences(\.self, of: v) { dot(dz, U * $0) }
    #expect(agreement.disagreement(skipGramCentreGradient(dz, U), ofCentre) == nil)
    let ofTable = try centralDifferences(\.self, of: U) { dot(dz, $0 * v) }
    #expect(agreement.disagreement(skipGramOutsideGradient(dz, v), ofTable) == nil)
  }

  @Test(arguments: TextProblem.all)
  fileprivate func `agrees with Swift's differentiation`(problem: TextProblem) {
    let (text, m, p) = (problem.text, problem.m, problem.p)
    let (loss, gradient) = valueWithGradient(at: Tables(p)) { $0.loss(text, m, p.W.columns) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let g = skipGramGradients(text, m, p)
    #expect(Agreement.exact.disagreement([g.dW.elements, g.dU.elements], [gradient.W.base, gradient.U.base]) == nil)
  }
}
