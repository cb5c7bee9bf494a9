import LinearAlgebra
import Testing
import Wire

@testable import Solutions

/// Counts whose singular values are well apart, and starts for some of the directions.
private struct DecompositionProblem: Sendable, CustomTestStringConvertible {
  let X: Matrix
  let starts: [Vector]
  let testDescription: String

  init(_ X: Matrix, _ k: Int) {
    self.X = X
    starts = (0..<k).map { j in Vector((0..<X.columns).map { $0 == j ? 1 : 0.2 }) }
    testDescription = "\(X.rows) x \(X.columns), k = \(k)"
  }

  static let all = [
    DecompositionProblem([[2, 1], [1, 2], [1, 1]], 2), DecompositionProblem([[4, 1, 0], [0, 2, 1]], 2),
    DecompositionProblem([[9, 1, 0], [1, 4, 1], [0, 1, 1], [2, 0, 0.5]], 3),
  ]
}

/// What does not depend on signs, nor on the method.
@Suite struct `The reference of svd-embeddings` {
  @Test(arguments: DecompositionProblem.all)
  fileprivate func `finds directions that X^T X only stretches`(problem: DecompositionProblem) {
    let X = problem.X
    let directions = contextDirections(X, problem.starts, 200)
    let values = singularValues(X, directions)
    for (j, w) in directions.enumerated() {
      #expect(Agreement.exact.disagreement(X.transposed * (X * w), values[j] * values[j] * w) == nil)
      for (i, other) in directions.enumerated() { #expect(abs(dot(w, other) - (i == j ? 1 : 0)) < 1e-9) }
    }
  }

  @Test(arguments: DecompositionProblem.all)
  fileprivate func `keeps all products of words if it keeps all directions`(problem: DecompositionProblem) {
    let X = problem.X
    let E = svdEmbeddings(X, problem.starts, 200)
    let directions = contextDirections(X, problem.starts, 200)
    #expect(Agreement.exact.disagreement(lowRankMatrix(X, directions), X) == nil)
    #expect(Agreement.exact.disagreement(E * E.transposed, X * X.transposed) == nil)
    let values = singularValues(X, directions)
    #expect(Agreement.exact.disagreement(values.squaredNorm, Vector(X.elements).squaredNorm) == nil)
    #expect(Agreement.exact.disagreement(keptShare(values, values.count), 1.0) == nil)
  }
}
