import Foundation
import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// A pair of words that was counted, and the four parameters that its step moves.
struct CountedPairProblem: Sendable, CustomTestStringConvertible {
  var w: Vector
  var c: Vector
  var wordBias: Double
  var contextBias: Double
  let count: Double
  let settings: GloVeSettings
  let testDescription: String

  init(dimensions D: Int, count: Double, xMax: Double = 10, alpha: Double = 0.75, scale: Double = 1, seed: Int) {
    var generator = SeededGenerator(seed: seed)
    (w, c) = (generator.vector(D, scale), generator.vector(D, scale))
    (wordBias, contextBias) = (generator.number(scale), generator.number(scale))
    self.count = count
    settings = GloVeSettings(xMax: xMax, alpha: alpha, rate: 0.05)
    testDescription = "D = \(D), count \(count), xMax = \(xMax), alpha = \(alpha), seed \(seed)"
  }

  static let all: [CountedPairProblem] = [
    CountedPairProblem(dimensions: 1, count: 1, seed: 1), CountedPairProblem(dimensions: 2, count: 10, seed: 2),
    CountedPairProblem(dimensions: 5, count: 1000, alpha: 1.25, seed: 3),
    CountedPairProblem(dimensions: 3, count: 0.125, xMax: 100, alpha: 0.5, seed: 4),
    CountedPairProblem(dimensions: 4, count: 7, scale: 50, seed: 5),
  ]

  var loss: Double {
    let e = glovePairError(w, c, wordBias, contextBias, count)
    return gloveWeight(count, settings.xMax, settings.alpha) * e * e
  }

  var gradients: PairGradients { pairGradients(w, c, wordBias, contextBias, count, settings) }
}

/// The same parameters, for Swift's own differentiation.
private struct Parameters: Differentiable {
  var w: [Double]
  var c: [Double]
  var wordBias: Double
  var contextBias: Double

  @differentiable(reverse,wrt: self)
  func loss(_ target: Double, _ weight: Double) -> Double {
    let error = inner(w, c) + wordBias + contextBias - target
    return weight * error * error
  }
}

@Suite struct `The reference of glove-training-step` {
  @Test(arguments: CountedPairProblem.all)
  func `agrees with central differences`(problem: CountedPairProblem) throws {
    let agreement = Agreement.centralDifferences
    let expected = PairGradients(
      dw: try centralDifferences(\.w, of: problem, \.loss), dc: try centralDifferences(\.c, of: problem, \.loss),
      db: try centralDifferences(\.wordBias, of: problem, \.loss))
    #expect(agreement.disagreement(problem.gradients, expected) == nil)
    let contextBias = try centralDifferences(\.contextBias, of: problem, \.loss)
    #expect(agreement.disagreement(problem.gradients.db, contextBias) == nil)
  }

  @Test(arguments: CountedPairProblem.all)
  func `agrees with Swift's differentiation`(problem: CountedPairProblem) {
    let parameters = Parameters(
      w: problem.w.elements, c: problem.c.elements, wordBias: problem.wordBias, contextBias: problem.contextBias)
    let weight =
      problem.count < problem.settings.xMax
      ? Foundation.exp(problem.settings.alpha * Foundation.log(problem.count / problem.settings.xMax)) : 1
    let (loss, gradient) = valueWithGradient(at: parameters) { $0.loss(Foundation.log(problem.count), weight) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let expected = PairGradients(dw: Vector(gradient.w.base), dc: Vector(gradient.c.base), db: gradient.wordBias)
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
    #expect(Agreement.exact.disagreement(problem.gradients.db, gradient.contextBias) == nil)
  }

  /// The gradients of the pairs, one by one, add up to those of the whole loss.
  @Test(arguments: CountProblem.all)
  func `adds up to the gradients of the whole loss`(problem: CountProblem) {
    let p = problem.p
    let settings = GloVeSettings(xMax: problem.xMax, alpha: problem.alpha, rate: 0.05)
    var sum = GloVeGradients(dW: 0 * p.W, dC: 0 * p.C, db: 0 * p.b, dc: 0 * p.c)
    for pair in countedPairs(problem.X) {
      let (i, j) = (pair.word, pair.context)
      let g = pairGradients(p.W[row: i], p.C[row: j], p.b[i], p.c[j], pair.count, settings)
      sum.dW[row: i] += g.dw
      sum.dC[row: j] += g.dc
      sum.db[i] += g.db
      sum.dc[j] += g.db
    }
    let whole = gloveGradients(problem.X, p, problem.xMax, problem.alpha)
    #expect(Agreement.exact.disagreement(sum, whole) == nil)
  }
}
