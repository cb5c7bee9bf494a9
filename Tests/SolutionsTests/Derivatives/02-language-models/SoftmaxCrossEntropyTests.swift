import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// Scores of some positions and a target.
private struct Scores: Sendable, CustomTestStringConvertible {
  let words: Int
  let positions: Int
  let seed: Int
  var size = 2.0

  static let all: [Scores] = [
    Scores(words: 2, positions: 1, seed: 1), Scores(words: 3, positions: 2, seed: 2),
    Scores(words: 5, positions: 4, seed: 3), Scores(words: 9, positions: 3, seed: 4),
    Scores(words: 4, positions: 30, seed: 5), Scores(words: 4, positions: 2, seed: 6, size: 900),
  ]

  var testDescription: String { "V = \(words), T = \(positions), scores to \(size)" }

  var z: Vector {
    var generator = SeededGenerator(seed: seed)
    return generator.vector(words, size)
  }

  /// Probabilities that sum to 1.
  var y: Vector {
    var generator = SeededGenerator(seed: seed + 10)
    let weights = generator.vector(words).map { abs($0) }
    return weights / weights.sum
  }

  var Z: Matrix {
    var generator = SeededGenerator(seed: seed + 20)
    return generator.matrix(positions, words, size)
  }

  var targets: [Int] {
    var generator = SeededGenerator(seed: seed + 30)
    return generator.words(positions, below: words)
  }
}

@Suite struct `The reference of softmax-cross-entropy` {
  @Test(arguments: Scores.all)
  fileprivate func `agrees with central differences`(scores: Scores) throws {
    let (z, y) = (scores.z, scores.y)
    let agreement = Agreement.centralDifferences
    let dz = try centralDifferences(\.self, of: z) { crossEntropy($0, y) }
    #expect(agreement.disagreement(crossEntropyGradient(z, y), dz) == nil)
    for word in 0..<scores.words {
      let row = try centralDifferences(\.self, of: z) { wordProbabilities($0)[word] }
      #expect(agreement.disagreement(softmaxJacobian(z)[row: word], row) == nil)
      let oneHot = Vector.oneHot(word, count: scores.words)
      #expect(Agreement.exact.disagreement(wordLoss(z, word), crossEntropy(z, oneHot)) == nil)
    }
    let dZ = try centralDifferences(\.self, of: scores.Z) { meanWordLoss($0, scores.targets) }
    #expect(agreement.disagreement(meanWordLossGradient(scores.Z, scores.targets), dZ) == nil)
  }

  @Test(arguments: Scores.all.filter { $0.size < 100 })
  fileprivate func `agrees with Swift's differentiation`(scores: Scores) {
    let targets = scores.targets
    for (position, target) in targets.enumerated() {
      let z = scores.Z[row: position]
      let (loss, slope) = valueWithGradient(at: z.elements) { crossEntropy($0, target) }
      #expect(Agreement.exact.disagreement(wordLoss(z, target), loss) == nil)
      let row = meanWordLossGradient(scores.Z, targets)[row: position]
      #expect(Agreement.exact.disagreement(Double(targets.count) * row, Vector(slope.base)) == nil)
    }
  }

  @Test(arguments: Scores.all)
  fileprivate func `gives probabilities that sum to 1`(scores: Scores) {
    #expect(abs(wordProbabilities(scores.z).sum - 1) < 1e-12)
    #expect(abs(exp(logWordProbabilities(scores.z)).sum - 1) < 1e-12)
  }
}
