import Foundation
import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// The centre vector and the context table of a pair of words.
private struct Pair: Differentiable {
  var v: [Double]
  var U: [Double]

  init(_ problem: PairProblem) {
    v = problem.v.elements
    U = problem.U.elements
  }

  @differentiable(reverse,wrt: self)
  func score(_ word: Int) -> Double {
    let count = withoutDerivative(at: v.count)
    return inner(part(U, from: word * count, count: count), v)
  }

  @differentiable(reverse,wrt: self)
  func softmaxLoss(_ target: Int) -> Double { crossEntropy(product(U, v), target) }

  @differentiable(reverse,wrt: self)
  func samplingLoss(_ target: Int, _ negatives: [Int]) -> Double {
    var loss = -logarithm(logistic(score(target)))
    for index in 0..<negatives.count { loss -= logarithm(logistic(-score(negatives[index]))) }
    return loss
  }
}

/// The tables and biases of GloVe.
private struct Tables: Differentiable {
  var W: [Double]
  var C: [Double]
  var b: [Double]
  var c: [Double]

  init(_ p: GloVeParameters) {
    W = p.W.elements
    C = p.C.elements
    b = p.b.elements
    c = p.c.elements
  }

  /// The loss of `words` x `words` counts, row after row.
  @differentiable(reverse,wrt: self)
  func loss(_ counts: [Double], _ words: Int, _ xMax: Double, _ alpha: Double) -> Double {
    let dimensions = withoutDerivative(at: W.count / words)
    var loss = 0.0
    for pair in 0..<counts.count {
      let (word, context) = (pair / words, pair % words)
      var predicted = b[word] + c[context]
      for d in 0..<dimensions { predicted += W[word * dimensions + d] * C[context * dimensions + d] }
      let error = predicted - (counts[pair] > 0 ? Foundation.log(counts[pair]) : 0)
      let weight = counts[pair] > 0 ? min(1, Foundation.pow(counts[pair] / xMax, alpha)) : 0
      loss += weight * error * error
    }
    return loss
  }
}

@Suite struct `The references of 05-embeddings agree with Swift's differentiation` {
  @Test(arguments: PairProblem.moderate)
  func `softmax-versus-sampling, the softmax`(problem: PairProblem) {
    let (loss, gradient) = valueWithGradient(at: Pair(problem)) { $0.softmaxLoss(problem.target) }
    #expect(Agreement.exact.disagreement(problem.softmaxLoss, loss) == nil)
    let gradients = softmaxGradients(problem.v, problem.U, problem.target)
    #expect(Agreement.exact.disagreement(gradients.dv, Vector(gradient.v.base)) == nil)
    #expect(Agreement.exact.disagreement(gradients.dU, problem.U.shaped(gradient.U.base)) == nil)
  }

  @Test(arguments: PairProblem.moderate)
  func `softmax-versus-sampling, negative sampling`(problem: PairProblem) {
    let (loss, gradient) = valueWithGradient(at: Pair(problem)) {
      $0.samplingLoss(problem.target, problem.negatives)
    }
    #expect(Agreement.exact.disagreement(problem.samplingLoss, loss) == nil)
    let gradients = samplingGradients(problem.v, problem.U, problem.target, problem.negatives)
    #expect(Agreement.exact.disagreement(gradients.dv, Vector(gradient.v.base)) == nil)
    #expect(Agreement.exact.disagreement(problem.table(gradients.dU), problem.U.shaped(gradient.U.base)) == nil)
  }

  @Test(arguments: CountProblem.all)
  func `glove-loss, the loss and every block of its gradients`(problem: CountProblem) {
    let (X, p) = (problem.X, problem.p)
    let (loss, gradient) = valueWithGradient(at: Tables(p)) {
      $0.loss(X.elements, X.rows, problem.xMax, problem.alpha)
    }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let expected = GloVeGradients(
      dW: p.W.shaped(gradient.W.base), dC: p.C.shaped(gradient.C.base), db: Vector(gradient.b.base),
      dc: Vector(gradient.c.base))
    #expect(Agreement.exact.disagreement(gloveGradients(X, p, problem.xMax, problem.alpha), expected) == nil)
  }
}

extension Matrix {
  /// A matrix of this one's shape.
  fileprivate func shaped(_ elements: [Double]) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements)
  }
}
