import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// Pairs with their negatives, and two tables.
private struct BatchProblem: Sendable, CustomTestStringConvertible {
  let pairs: [SampledPair]
  var p: SampledTables

  var testDescription: String { "\(pairs.count) pairs, V = \(p.W.rows), D = \(p.W.columns)" }

  init(_ pairs: [(Int, Int, [Int])], _ V: Int, _ D: Int, seed: Int, saturation: Double? = nil) {
    var generator = SeededGenerator(seed: seed)
    self.pairs = pairs.map { SampledPair(centre: $0, outside: $1, negatives: $2) }
    p = SampledTables(W: generator.matrix(V, D), U: generator.matrix(V, D))
    if let saturation { p.W = p.W.saturated(saturation) }
  }

  static let all = [
    BatchProblem([(0, 1, [0])], 2, 1, seed: 1), BatchProblem([(1, 1, [])], 2, 3, seed: 2),
    BatchProblem([(2, 0, [1, 1, 3])], 4, 2, seed: 3),
    BatchProblem([(2, 0, [1, 4]), (2, 1, [0, 0]), (0, 4, [2, 1, 2])], 5, 3, seed: 4),
    BatchProblem([(0, 1, [2, 2]), (1, 2, [0])], 3, 4, seed: 5, saturation: 20),
  ]

  var loss: Double { batchSampledLoss(pairs, p) }

  /// The rows' gradients as a whole table, after a check that each row is listed once and is one of those touched.
  func table(_ rows: [TouchedRow], _ touched: [Int]) -> Matrix {
    #expect(rows.map(\.row).sorted() == Set(touched).sorted())
    var table = 0 * p.W
    for row in rows { table[row: row.row] = row.gradient }
    return table
  }

  /// The gradients as whole tables.
  var gradients: [Matrix] {
    let listed = batchSampledGradients(pairs, p)
    let others = pairs.flatMap { [$0.outside] + $0.negatives }
    return [table(listed.dW, pairs.map(\.centre)), table(listed.dU, others)]
  }
}

/// The tables for Swift's own differentiation.
private struct Tables: Differentiable {
  var W: [Double]
  var U: [Double]

  init(_ p: SampledTables) {
    W = p.W.elements
    U = p.U.elements
  }

  @differentiable(reverse,wrt: self)
  func loss(_ pairs: [SampledPair], _ D: Int) -> Double {
    var total = 0.0
    for index in 0..<withoutDerivative(at: pairs.count) {
      let pair = pairs[index]
      let v = part(W, from: pair.centre * D, count: D)
      total -= logarithm(logistic(inner(part(U, from: pair.outside * D, count: D), v)))
      for k in 0..<withoutDerivative(at: pair.negatives.count) {
        total -= logarithm(logistic(-inner(part(U, from: pair.negatives[k] * D, count: D), v)))
      }
    }
    return total
  }
}

@Suite struct `The reference of negative-sampling` {
  @Test(arguments: BatchProblem.all)
  fileprivate func `agrees with central differences`(problem: BatchProblem) throws {
    let expected = [
      try centralDifferences(\.p.W, of: problem, \.loss), try centralDifferences(\.p.U, of: problem, \.loss),
    ]
    #expect(Agreement.centralDifferences.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: BatchProblem.all)
  fileprivate func `agrees with central differences, line by line`(problem: BatchProblem) throws {
    let agreement = Agreement.centralDifferences
    var generator = SeededGenerator(seed: 50)
    for pair in problem.pairs {
      let words = [pair.outside] + pair.negatives
      let (z, v) = (generator.vector(words.count, 3), generator.vector(problem.p.W.columns))
      let ofScores = try centralDifferences(\.self, of: z, sampledLoss)
      #expect(agreement.disagreement(sampledScoreGradient(z), ofScores) == nil)
      func scores(_ U: Matrix, _ v: Vector) -> Vector { Vector(words.map { dot(U[row: $0], v) }) }
      let ofCentre = try centralDifferences(\.self, of: v) { dot(z, scores(problem.p.U, $0)) }
      #expect(agreement.disagreement(sampledCentreGradient(z, pair, problem.p.U), ofCentre) == nil)
      let ofTable = try centralDifferences(\.self, of: problem.p.U) { dot(z, scores($0, v)) }
      let rows = problem.table(sampledRowGradients(z, pair, v), words)
      #expect(agreement.disagreement(rows, ofTable) == nil)
    }
  }

  @Test(arguments: BatchProblem.all.dropLast())
  fileprivate func `agrees with Swift's differentiation`(problem: BatchProblem) {
    let p = problem.p
    let (loss, gradient) = valueWithGradient(at: Tables(p)) { $0.loss(problem.pairs, p.W.columns) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let expected = [gradient.W.base, gradient.U.base]
    #expect(Agreement.exact.disagreement(problem.gradients.map(\.elements), expected) == nil)
  }

  @Test(arguments: BatchProblem.all)
  fileprivate func `has the losses and gradients of softmax-versus-sampling`(problem: BatchProblem) {
    for pair in problem.pairs {
      let v = problem.p.W[row: pair.centre]
      let other = samplingGradients(v, problem.p.U, pair.outside, pair.negatives)
      let mine = batchSampledGradients([pair], problem.p)
      #expect(Agreement.exact.disagreement(mine.dW.map(\.gradient), [other.dv]) == nil)
      let rows = other.dU.sorted { $0.row < $1.row }.map(\.gradient)
      #expect(Agreement.exact.disagreement(mine.dU.sorted { $0.row < $1.row }.map(\.gradient), rows) == nil)
    }
  }
}
