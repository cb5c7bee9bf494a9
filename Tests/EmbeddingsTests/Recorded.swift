import Embeddings
import Foundation

/// What NumPy recorded: see Tests/Fixtures/embeddings/steps.py.
struct Recorded: Decodable {
  let skipGram: [Step]
  let cbow: [Step]
  let glove: GloVe
  let huffman: [Huffman]

  struct Step: Decodable {
    let context: [Int]
    let rows: [Int]
    let labels: [Double]
    let W, U, newW, newU: [[Double]]

    /// A trainer whose tables are those of before the step.
    func trainer<Number: TrainingNumber>(_: Number.Type) -> WindowTrainer<Number> {
      var settings = WindowSettings(.skipGram, .negatives(5))
      settings.dimensions = W[0].count
      let trainer = WindowTrainer<Number>(letters(W.count), settings)
      for row in W.indices {
        trainer.input[row] = W[row].map { Number($0) }
        trainer.output[row] = U[row].map { Number($0) }
      }
      return trainer
    }
  }

  struct GloVe: Decodable {
    let start, end: Tables
    let pairs: [[Double]]

    /// A trainer whose tables are those of the start.
    func trainer<Number: TrainingNumber>(_: Number.Type) -> GloVeTrainer<Number> {
      var settings = GloVeTrainingSettings()
      settings.dimensions = start.W[0].count
      var trainer = GloVeTrainer<Number>(letters(start.W.count), settings)
      for row in start.W.indices {
        trainer.words[row] = start.W[row].map { Number($0) }
        trainer.contexts[row] = start.C[row].map { Number($0) }
        trainer.setBiases(word: row, Number(start.b[row]), context: row, Number(start.c[row]))
      }
      return trainer
    }
  }

  struct Tables: Decodable {
    let W, C: [[Double]]
    let b, c: [Double]
  }

  struct Huffman: Decodable {
    let counts: [Int]
    let weightedLength: Int
  }

  static func steps() throws -> Recorded {
    try JSONDecoder().decode(Recorded.self, from: Data(contentsOf: URL(fileURLWithPath: fixture("steps.json"))))
  }
}

/// The path of a fixture of this folder's.
func fixture(_ name: String) -> String { repository + "/Tests/Fixtures/embeddings/" + name }

/// The repository's folder.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// So many words, each of which occurs once.
func letters(_ count: Int) -> Vocabulary {
  EncodedText([(0..<count).map { "w\($0)" }]).vocabulary
}

/// The largest error of some numbers relative to the largest of those that are expected.
func relativeError<Number: BinaryFloatingPoint>(_ actual: [Number], _ expected: [Double]) -> Double {
  guard actual.count == expected.count else { return .infinity }
  let size = expected.map(abs).max() ?? 0
  let errors = zip(actual, expected).map { abs(Double($0) - $1) }
  guard errors.allSatisfy(\.isFinite) else { return .infinity }
  return (errors.max() ?? 0) / max(size, 1e-300)
}
