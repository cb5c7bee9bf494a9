import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// A table of word vectors, row after row, and a bias direction, for Swift's own differentiation.
private struct Table: Differentiable {
  var E: [Double]
  var g: [Double]

  @differentiable(reverse,wrt: self)
  func sum(_ weights: [Double], _ definitional: [Int]) -> Double {
    let count = withoutDerivative(at: g.count)
    let squaredLength = inner(g, g)
    var total = 0.0
    for row in 0..<withoutDerivative(at: E.count / count) {
      let e = part(E, from: row * count, count: count)
      var share = 0.0
      if !definitional.contains(row) { share = inner(e, g) / squaredLength }
      for index in 0..<count { total += weights[row * count + index] * (e[index] - share * g[index]) }
    }
    return total
  }
}

@Suite struct `The reference of bias-neutralise agrees with Swift's differentiation` {
  @Test(arguments: [(1, 1), (2, 1), (3, 2), (6, 5), (9, 3), (12, 8)])
  func `bias-neutralise, the table and its derivatives`(words: Int, dimensions: Int) throws {
    let problem = BiasProblem(words: words, dimensions: dimensions, seed: words * 10 + dimensions)
    let table = Table(E: problem.E.elements, g: problem.g.elements)
    let weights = problem.weights.elements
    let (value, gradient) = valueWithGradient(at: table) { $0.sum(weights, problem.definitional) }
    #expect(Agreement.exact.disagreement(problem.sum, value) == nil)
    #expect(Agreement.exact.disagreement(problem.sumOfRows, value) == nil)
    let dE = try centralDifferences(\.E, of: problem, \.sum)
    let dg = try centralDifferences(\.g, of: problem, \.sumOfRows)
    #expect(Agreement.centralDifferences.disagreement(Vector(dE.elements), Vector(gradient.E.base)) == nil)
    #expect(Agreement.centralDifferences.disagreement(dg, Vector(gradient.g.base)) == nil)
  }
}
