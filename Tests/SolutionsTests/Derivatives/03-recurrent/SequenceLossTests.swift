import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// Scores of equally long sequences and the right words.
private struct Batch: Sendable, CustomTestStringConvertible {
  var z: [[Vector]]
  let y: [[Int]]
  let testDescription: String

  init(sequences: Int, steps: Int, words: Int, scale: Double = 2, seed: Int) {
    var generator = SeededGenerator(seed: seed)
    z = (0..<sequences).map { _ in generator.vectors(steps, of: words, scale) }
    y = (0..<sequences).map { _ in generator.words(steps, below: words) }
    testDescription = "N = \(sequences), T = \(steps), V = \(words), scores to \(scale)"
  }

  var loss: Double { batchLoss(z, y) }

  static let all = [
    Batch(sequences: 1, steps: 1, words: 2, seed: 1), Batch(sequences: 3, steps: 1, words: 4, seed: 2),
    Batch(sequences: 1, steps: 5, words: 3, seed: 3), Batch(sequences: 2, steps: 3, words: 2, seed: 4),
    Batch(sequences: 4, steps: 6, words: 7, seed: 5), Batch(sequences: 2, steps: 3, words: 5, scale: 30, seed: 6),
    Batch(sequences: 2, steps: 50, words: 3, seed: 7),
  ]
}

@Suite struct `The reference of sequence-loss` {
  @Test(arguments: Batch.all)
  fileprivate func `agrees with central differences`(batch: Batch) throws {
    let expected = try centralDifferences(\.z, of: batch, \.loss)
    #expect(Agreement.centralDifferences.disagreement(batchScoreGradients(batch.z, batch.y), expected) == nil)
  }

  @Test(arguments: Batch.all)
  fileprivate func `agrees with Swift's differentiation`(batch: Batch) {
    let (N, T, V) = (batch.z.count, batch.z[0].count, batch.z[0][0].count)
    let flat = batch.z.flatMap { $0.flatMap(\.elements) }
    let words = batch.y.flatMap { $0 }
    let (loss, gradient) = valueWithGradient(at: flat) { scores in
      var total = 0.0
      for step in 0..<N * T { total += crossEntropy(part(scores, from: step * V, count: V), words[step]) }
      return total / Double(N * T)
    }
    #expect(Agreement.exact.disagreement(batch.loss, loss) == nil)
    let dz = batchScoreGradients(batch.z, batch.y).flatMap { $0.flatMap(\.elements) }
    #expect(Agreement.exact.disagreement(Vector(dz), Vector(gradient.base)) == nil)
  }

  @Test(arguments: Batch.all)
  fileprivate func `is the sum of the exercise bptt, divided by NT`(batch: Batch) {
    let sum = zip(batch.z, batch.y).map { sequenceLoss($0, $1) }.reduce(0, +)
    let steps = Double(batch.y.count * batch.y[0].count)
    #expect(Agreement.exact.disagreement(batch.loss, sum / steps) == nil)
  }
}
