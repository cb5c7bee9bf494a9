import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// A table, a text and the gradient that comes back to each of its words.
private struct LookupProblem: Sendable, CustomTestStringConvertible {
  let words: [Int]
  let de: [Vector]
  var E: Matrix

  var testDescription: String { "words \(words), D = \(E.rows), V = \(E.columns)" }

  init(_ words: [Int], _ D: Int, _ V: Int, seed: Int) {
    var generator = SeededGenerator(seed: seed)
    self.words = words
    de = words.map { _ in generator.vector(D) }
    E = generator.matrix(D, V)
  }

  static let all = [
    LookupProblem([0], 1, 2, seed: 1), LookupProblem([1, 1], 1, 2, seed: 2), LookupProblem([2, 0, 4], 3, 5, seed: 3),
    LookupProblem([3, 0, 3, 3], 4, 6, seed: 4), LookupProblem([5, 1, 6, 1, 0, 5], 2, 7, seed: 5),
  ]

  var loss: Double { zip(embeddedText(E, words), de).reduce(0) { $0 + tanh(dot($1.0, $1.1)) } }

  /// The gradient of that loss with respect to each embedding.
  var sentBack: [Vector] {
    zip(embeddedText(E, words), de).map { e, weights in
      let h = tanh(dot(e, weights))
      return (1 - h * h) * weights
    }
  }
}

/// The table for Swift's own differentiation: a column for each word.
private struct Columns: Differentiable {
  var columns: [[Double]]

  @differentiable(reverse,wrt: self)
  func loss(_ words: [Int], _ weights: [[Double]]) -> Double {
    var total = 0.0
    for position in 0..<withoutDerivative(at: words.count) {
      total += hyperbolicTangent(inner(columns[words[position]], weights[position]))
    }
    return total
  }
}

@Suite struct `The reference of embedding-lookup` {
  @Test(arguments: LookupProblem.all)
  fileprivate func `agrees with central differences`(problem: LookupProblem) throws {
    let expected = try centralDifferences(\.E, of: problem, \.loss)
    let gradient = embeddingGradient(problem.words, problem.sentBack, problem.E)
    #expect(Agreement.centralDifferences.disagreement(gradient, expected) == nil)
  }

  @Test(arguments: LookupProblem.all)
  fileprivate func `agrees with Swift's differentiation`(problem: LookupProblem) {
    let (words, weights) = (problem.words, problem.de.map(\.elements))
    let table = Columns(columns: (0..<problem.E.columns).map { problem.E[column: $0].elements })
    let (value, gradient) = valueWithGradient(at: table) { $0.loss(words, weights) }
    #expect(Agreement.exact.disagreement(problem.loss, value) == nil)
    // The tangent of a column that is not looked up is the empty array, which stands for zeros.
    let expected = Matrix(
      gradient.columns.base.map { $0.base.isEmpty ? [Double](repeating: 0, count: problem.E.rows) : $0.base }
    ).transposed
    #expect(Agreement.exact.disagreement(embeddingGradient(words, problem.sentBack, problem.E), expected) == nil)
  }

  @Test(arguments: LookupProblem.all)
  fileprivate func `lists the touched columns of the whole gradient and no others`(problem: LookupProblem) {
    let dE = embeddingGradient(problem.words, problem.de, problem.E)
    let touched = touchedGradients(problem.words, problem.de)
    #expect(touched.map(\.word).sorted() == Set(problem.words).sorted())
    var table = Matrix.zeros(dE.rows, dE.columns)
    for entry in touched { table[column: entry.word] = entry.gradient }
    #expect(Agreement.exact.disagreement(table, dE) == nil)
  }
}
