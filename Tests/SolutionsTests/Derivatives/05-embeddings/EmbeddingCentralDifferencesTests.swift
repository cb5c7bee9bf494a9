import LinearAlgebra
import Testing
import Wire

@testable import Solutions

@Suite struct `The references of 05-embeddings agree with central differences` {
  @Test(arguments: PairProblem.all)
  func `softmax-versus-sampling, the softmax`(problem: PairProblem) throws {
    let gradients = softmaxGradients(problem.v, problem.U, problem.target)
    let expected = SoftmaxGradients(
      dv: try centralDifferences(\.v, of: problem, \.softmaxLoss),
      dU: try centralDifferences(\.U, of: problem, \.softmaxLoss))
    #expect(Agreement.centralDifferences.disagreement(gradients, expected) == nil)
  }

  @Test(arguments: PairProblem.all)
  func `softmax-versus-sampling, negative sampling`(problem: PairProblem) throws {
    let gradients = samplingGradients(problem.v, problem.U, problem.target, problem.negatives)
    let agreement = Agreement.centralDifferences
    let dv = try centralDifferences(\.v, of: problem, \.samplingLoss)
    #expect(agreement.disagreement(gradients.dv, dv) == nil)
    let dU = try centralDifferences(\.U, of: problem, \.samplingLoss)
    #expect(agreement.disagreement(problem.table(gradients.dU), dU) == nil)
  }

  @Test(arguments: CountProblem.all)
  func `glove-loss, every block of the gradients`(problem: CountProblem) throws {
    let gradients = gloveGradients(problem.X, problem.p, problem.xMax, problem.alpha)
    let expected = GloVeGradients(
      dW: try centralDifferences(\.p.W, of: problem, \.loss), dC: try centralDifferences(\.p.C, of: problem, \.loss),
      db: try centralDifferences(\.p.b, of: problem, \.loss), dc: try centralDifferences(\.p.c, of: problem, \.loss))
    #expect(Agreement.centralDifferences.disagreement(gradients, expected) == nil)
  }
}
