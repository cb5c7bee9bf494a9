import LinearAlgebra
import Testing

@testable import Solutions

/// A pair of words of a skip-gram model, and the negatives drawn for it.
struct PairProblem: Sendable, CustomTestStringConvertible {
  var v: Vector
  var U: Matrix
  let target: Int
  let negatives: [Int]
  let testDescription: String

  init(words: Int, dimensions: Int, negatives: [Int]? = nil, vectors: Double = 1, saturation: Double? = nil, seed: Int)
  {
    var generator = SeededGenerator(seed: seed)
    v = generator.vector(dimensions, vectors)
    U = generator.matrix(words, dimensions)
    target = Int.random(in: 0..<words, using: &generator)
    self.negatives = negatives ?? generator.words(5, below: words)
    if let saturation {
      v = v.saturated(saturation)
      U = U.saturated(saturation)
    }
    testDescription = "V = \(words), D = \(dimensions), target \(target), negatives \(self.negatives), seed \(seed)"
  }

  static let moderate: [PairProblem] =
    [
      PairProblem(words: 2, dimensions: 1, negatives: [], seed: 1),
      PairProblem(words: 2, dimensions: 3, negatives: [0, 1, 1, 0], seed: 2),
      PairProblem(words: 5, dimensions: 1, negatives: [4, 4, 4], seed: 3),
      PairProblem(words: 4, dimensions: 4, negatives: [3, 1, 3, 0, 2, 1], seed: 4),
      PairProblem(words: 50, dimensions: 3, seed: 5),
    ] + (6...12).map { PairProblem(words: $0, dimensions: 13 - $0, seed: $0) }

  static let all =
    moderate + [
      PairProblem(words: 4, dimensions: 3, negatives: [1, 1, 2], vectors: 50, seed: 20),
      PairProblem(words: 4, dimensions: 3, negatives: [0, 0, 3], saturation: 50, seed: 21),
      PairProblem(words: 2, dimensions: 1, negatives: [1, 0], saturation: 50, seed: 22),
    ]

  var softmaxLoss: Double { Solutions.softmaxLoss(v, U, target) }
  var samplingLoss: Double { Solutions.samplingLoss(v, U, target, negatives) }

  /// The rows' gradients as a whole table, after a check that each row is listed once and is one of those touched.
  func table(_ rows: [RowGradient]) -> Matrix {
    #expect(rows.map(\.row).sorted() == Set([target] + negatives).sorted())
    var table = Matrix.zeros(U.rows, U.columns)
    for row in rows { table[row: row.row] = row.gradient }
    return table
  }
}

/// Counts of co-occurring words, some of them 0 and some above the cut, and a model of them.
struct CountProblem: Sendable, CustomTestStringConvertible {
  let X: Matrix
  var p: GloVeParameters
  let xMax: Double
  let alpha: Double
  let testDescription: String

  init(words: Int, dimensions: Int, xMax: Double = 10, alpha: Double = 0.75, saturation: Double? = nil, seed: Int) {
    var generator = SeededGenerator(seed: seed)
    X = Matrix(
      rows: words, columns: words,
      elements: (0..<words * words).map { _ in
        Bool.random(using: &generator) ? Double(Int.random(in: 1...20, using: &generator)) : 0
      })
    p = GloVeParameters(
      W: generator.matrix(words, dimensions), C: generator.matrix(words, dimensions), b: generator.vector(words),
      c: generator.vector(words))
    if let saturation {
      p = GloVeParameters(
        W: p.W.saturated(saturation), C: p.C.saturated(saturation), b: p.b.saturated(saturation),
        c: p.c.saturated(saturation))
    }
    self.xMax = xMax
    self.alpha = alpha
    testDescription = "V = \(words), D = \(dimensions), xMax = \(xMax), alpha = \(alpha), seed \(seed)"
  }

  static let all: [CountProblem] =
    [
      CountProblem(words: 2, dimensions: 1, seed: 1), CountProblem(words: 1, dimensions: 2, seed: 2),
      CountProblem(words: 2, dimensions: 5, alpha: 1, seed: 3),
      CountProblem(words: 5, dimensions: 2, xMax: 100, alpha: 0.5, seed: 4),
      CountProblem(words: 4, dimensions: 3, saturation: 50, seed: 5),
      CountProblem(words: 2, dimensions: 1, xMax: 1, saturation: 50, seed: 6),
    ] + (7...12).map { CountProblem(words: $0 - 4, dimensions: 13 - $0, seed: $0) }

  var loss: Double { gloveLoss(X, p, xMax, alpha) }
}
