import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// Words with labels, and a classifier of them.
struct LabelledWords: Sendable, CustomTestStringConvertible {
  let E: Matrix
  let y: [Int]
  var p: WordClassifier
  let testDescription: String

  init(words V: Int, dimensions D: Int, saturation: Double? = nil, seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let table = generator.matrix(V, D)
    E = saturation.map { table.saturated($0) } ?? table
    y = generator.words(V, below: 2)
    p = WordClassifier(w: generator.vector(D), b: generator.number())
    testDescription = "V = \(V), D = \(D), labels \(y), seed \(seed)"
  }

  static let moderate: [LabelledWords] = [
    LabelledWords(words: 1, dimensions: 1, seed: 1), LabelledWords(words: 1, dimensions: 5, seed: 2),
    LabelledWords(words: 6, dimensions: 1, seed: 3), LabelledWords(words: 5, dimensions: 3, seed: 4),
    LabelledWords(words: 30, dimensions: 8, seed: 5),
  ]

  static let all = moderate + [LabelledWords(words: 4, dimensions: 3, saturation: 50, seed: 6)]

  var loss: Double { genderLoss(wordScores(E, p), y) }

  var gradients: WordClassifierGradients { genderGradients(E, y, p) }
}

/// The parameters, for Swift's own differentiation.
private struct Classifier: Differentiable {
  var w: [Double]
  var b: Double

  /// The mean loss as logarithms of probabilities; for scores of moderate size.
  @differentiable(reverse,wrt: self)
  func loss(_ table: [Double], _ y: [Int]) -> Double {
    let products = product(table, w)
    var total = 0.0
    for index in 0..<y.count {
      let probability = logistic(products[index] + b)
      if y[index] == 1 { total -= logarithm(probability) } else { total -= logarithm(1 - probability) }
    }
    return total / Double(y.count)
  }
}

@Suite struct `The reference of gendered-words` {
  @Test(arguments: LabelledWords.all)
  func `agrees with central differences`(problem: LabelledWords) throws {
    let expected = WordClassifierGradients(
      dw: try centralDifferences(\.p.w, of: problem, \.loss), db: try centralDifferences(\.p.b, of: problem, \.loss))
    #expect(Agreement.centralDifferences.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: LabelledWords.moderate)
  func `agrees with Swift's differentiation`(problem: LabelledWords) {
    let classifier = Classifier(w: problem.p.w.elements, b: problem.p.b)
    let (loss, gradient) = valueWithGradient(at: classifier) { $0.loss(problem.E.elements, problem.y) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let expected = WordClassifierGradients(dw: Vector(gradient.w.base), db: gradient.b)
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
  }
}
