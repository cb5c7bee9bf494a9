import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// A review, in which words repeat, its class and a classifier.
struct ReviewProblem: Sendable, CustomTestStringConvertible {
  var p: SentimentParameters
  let words: [Int]
  let label: Int
  let testDescription: String

  init(words count: Int, vocabulary V: Int, dimensions D: Int, classes C: Int, saturation: Double? = nil, seed: Int) {
    var generator = SeededGenerator(seed: seed)
    p = SentimentParameters(
      E: generator.matrix(V, D), W: generator.matrix(C, D), b: generator.vector(C, saturation ?? 1))
    words = generator.words(count, below: V)
    label = Int.random(in: 0..<C, using: &generator)
    testDescription = "\(words) of \(V) words, D = \(D), class \(label) of \(C), seed \(seed)"
  }

  static let moderate: [ReviewProblem] = [
    ReviewProblem(words: 1, vocabulary: 2, dimensions: 1, classes: 2, seed: 1),
    ReviewProblem(words: 5, vocabulary: 1, dimensions: 3, classes: 2, seed: 2),
    ReviewProblem(words: 6, vocabulary: 3, dimensions: 1, classes: 5, seed: 3),
    ReviewProblem(words: 9, vocabulary: 4, dimensions: 6, classes: 3, seed: 4),
    ReviewProblem(words: 50, vocabulary: 8, dimensions: 2, classes: 4, seed: 5),
  ]

  static let all =
    moderate + [ReviewProblem(words: 3, vocabulary: 4, dimensions: 2, classes: 3, saturation: 50, seed: 6)]

  var loss: Double { sentimentLoss(words, label, p) }

  var gradients: SentimentGradients { sentimentGradients(words, label, p) }
}

/// The parameters, for Swift's own differentiation.
private struct Classifier: Differentiable {
  var E: [Double]
  var W: [Double]
  var b: [Double]

  /// The loss of a review as a mean of looked-up vectors.
  @differentiable(reverse,wrt: self)
  func loss(_ words: [Int], _ label: Int) -> Double {
    let D = withoutDerivative(at: W.count / b.count)
    var total = part(E, from: words[0] * D, count: D)
    for index in 1..<max(1, words.count) { total = sum(total, part(E, from: words[index] * D, count: D)) }
    let a = total.differentiableMap { $0 / Double(words.count) }
    return crossEntropy(sum(product(W, a), b), label)
  }
}

@Suite struct `The reference of sentiment` {
  @Test(arguments: ReviewProblem.all)
  func `agrees with central differences`(problem: ReviewProblem) throws {
    let expected = SentimentGradients(
      dE: try centralDifferences(\.p.E, of: problem, \.loss), dW: try centralDifferences(\.p.W, of: problem, \.loss),
      db: try centralDifferences(\.p.b, of: problem, \.loss))
    #expect(Agreement.centralDifferences.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: ReviewProblem.moderate)
  func `agrees with Swift's differentiation`(problem: ReviewProblem) {
    let p = problem.p
    let classifier = Classifier(E: p.E.elements, W: p.W.elements, b: p.b.elements)
    let (loss, gradient) = valueWithGradient(at: classifier) { $0.loss(problem.words, problem.label) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let expected = SentimentGradients(
      dE: Matrix(rows: p.E.rows, columns: p.E.columns, elements: gradient.E.base),
      dW: Matrix(rows: p.W.rows, columns: p.W.columns, elements: gradient.W.base), db: Vector(gradient.b.base))
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: ReviewProblem.moderate)
  func `touches only rows of words that were read, and none when frozen`(problem: ReviewProblem) {
    let gradients = problem.gradients
    for row in 0..<problem.p.E.rows where !problem.words.contains(row) {
      #expect(gradients.dE[row: row].norm == 0)
    }
    #expect(sentimentStep(problem.words, problem.label, problem.p, 0.5, true).E == problem.p.E)
    #expect(sentimentStep(problem.words, problem.label, problem.p, 0.5, false).E != problem.p.E)
  }
}
