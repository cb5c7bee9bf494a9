import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// Two words of some length each.
private struct SimilarityProblem: Sendable, CustomTestStringConvertible {
  var u: Vector
  let v: Vector

  var testDescription: String { "u = \(u), v = \(v)" }

  init(_ D: Int, _ uScale: Double, _ vScale: Double, seed: Int) {
    var generator = SeededGenerator(seed: seed)
    u = generator.vector(D, uScale)
    v = generator.vector(D, vScale)
  }

  static let all = [
    SimilarityProblem(1, 1, 1, seed: 1), SimilarityProblem(2, 1, 1, seed: 2), SimilarityProblem(3, 2, 50, seed: 3),
    SimilarityProblem(5, 1, 0.01, seed: 4), SimilarityProblem(10, 20, 1, seed: 5),
  ]

  var cosine: Double { cosineSimilarity(u, v) }
}

/// A vector for Swift's own differentiation.
private struct Word: Differentiable {
  var entries: [Double]

  @differentiable(reverse,wrt: self)
  func cosine(_ other: [Double]) -> Double {
    // The lengths by way of logarithms, which have derivatives here.
    let lengths = exponential(0.5 * (logarithm(inner(entries, entries)) + logarithm(inner(other, other))))
    return inner(entries, other) / lengths
  }
}

@Suite struct `The reference of cosine-similarity` {
  @Test(arguments: SimilarityProblem.all)
  fileprivate func `agrees with central differences`(problem: SimilarityProblem) throws {
    let expected = try centralDifferences(\.u, of: problem, \.cosine)
    #expect(Agreement.centralDifferences.disagreement(cosineGradient(problem.u, problem.v), expected) == nil)
  }

  @Test(arguments: SimilarityProblem.all)
  fileprivate func `agrees with Swift's differentiation`(problem: SimilarityProblem) {
    let v = problem.v.elements
    let (value, gradient) = valueWithGradient(at: Word(entries: problem.u.elements)) { $0.cosine(v) }
    #expect(Agreement.exact.disagreement(problem.cosine, value) == nil)
    #expect(Agreement.exact.disagreement(cosineGradient(problem.u, problem.v), Vector(gradient.entries.base)) == nil)
  }

  @Test(arguments: SimilarityProblem.all)
  fileprivate func `has a gradient at a right angle to the word`(problem: SimilarityProblem) {
    #expect(abs(dot(cosineGradient(problem.u, problem.v), problem.u)) < 1e-12)
  }
}
