import LinearAlgebra
import Testing
import _Differentiation

@testable import Solutions

/// A batch of vectors, a scale and the gradient with respect to what the batch is normalised to.
private struct NormalisationProblem {
  var a: [Vector]
  var gamma: Vector
  let dy: [Vector]
  let epsilon: Double

  /// The shape's steps stand for the sequences of the batch, its units for the entries.
  init(_ shape: RecurrentShape, epsilon: Double) {
    var generator = SeededGenerator(seed: shape.seed + 600)
    a = generator.vectors(shape.steps, of: shape.units, 2)
    if let size = shape.saturation { a = a.map { size * $0 } }
    gamma = generator.vector(shape.units)
    dy = generator.vectors(shape.steps, of: shape.units)
    self.epsilon = epsilon
  }

  var loss: Double { batchNormLoss(dy, a, gamma, epsilon) }
  var gradients: BatchNormGradients { batchNormGradients(dy, a, gamma, epsilon) }
}

@differentiable(reverse)
private func root(_ x: Double) -> Double { exponential(0.5 * logarithm(x)) }

/// The normalisation of one entry over the batch, for Swift's own differentiation.
private struct OneEntry: Differentiable {
  var a: [Double]
  var gamma: Double

  @differentiable(reverse,wrt: self)
  func loss(_ dy: [Double], _ epsilon: Double) -> Double {
    let N = Double(withoutDerivative(at: a.count))
    var mean = 0.0
    for n in 0..<withoutDerivative(at: a.count) { mean += a[n] / N }
    var variance = 0.0
    for n in 0..<withoutDerivative(at: a.count) { variance += (a[n] - mean) * (a[n] - mean) / N }
    var loss = 0.0
    for n in 0..<withoutDerivative(at: a.count) {
      loss += dy[n] * gamma * (a[n] - mean) / root(variance + epsilon)
    }
    return loss
  }
}

@Suite struct `The reference of recurrent-batch-norm` {
  @Test(arguments: RecurrentShape.all, [0.01, 0.25])
  func `agrees with central differences`(shape: RecurrentShape, epsilon: Double) throws {
    let problem = NormalisationProblem(shape, epsilon: epsilon)
    let expected = BatchNormGradients(
      da: try centralDifferences(\.a, of: problem, \.loss), dgamma: try centralDifferences(\.gamma, of: problem, \.loss)
    )
    #expect(Agreement.centralDifferences.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all, [0.001, 0.25])
  func `agrees with Swift's differentiation`(shape: RecurrentShape, epsilon: Double) {
    let problem = NormalisationProblem(shape, epsilon: epsilon)
    var expected = BatchNormGradients(da: problem.a, dgamma: problem.gamma)
    for i in 0..<shape.units {
      let entry = OneEntry(a: problem.a.map { $0[i] }, gamma: problem.gamma[i])
      let dy = problem.dy.map { $0[i] }
      let gradient = gradient(at: entry) { $0.loss(dy, epsilon) }
      for n in problem.a.indices { expected.da[n][i] = gradient.a.base[n] }
      expected.dgamma[i] = gradient.gamma
    }
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
  }

  /// With the statistics of its own batch kept, a sequence alone has the states that it had in the batch.
  @Test(arguments: [1, 2, 5], [1, 3])
  func `evaluates as it trained where the statistics are those of the batch`(N: Int, H: Int) {
    let (T, D) = (4, 2)
    var generator = SeededGenerator(seed: 10 * N + H)
    let p = NormalisedLSTM(
      Wh: generator.matrix(4 * H, H), Wx: generator.matrix(4 * H, D), b: generator.vector(4 * H),
      gammaH: generator.vector(4 * H), gammaX: generator.vector(4 * H), epsilon: 0.01)
    let start = (0..<N).map { _ in NormalisedState(h: generator.vector(H), c: generator.vector(H)) }
    let x = (0..<T).map { _ in generator.vectors(N, of: D) }
    let history = normalisedSequence(x, start, p)
    let before = [start] + history.dropLast()
    let kept = (0..<T).map { t in stepStatistics(before[t].map(\.h), x[t], p) }
    for n in 0..<N {
      let alone = evaluatedStates(x.map { $0[n] }, start[n], kept, p)
      #expect(Agreement.exact.disagreement(alone, history.map { $0[n] }) == nil)
    }
  }
}
