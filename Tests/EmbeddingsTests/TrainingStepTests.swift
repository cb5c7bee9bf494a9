import Embeddings
import Foundation
import LinearAlgebra
import Testing

@testable import Solutions

@Suite struct `One step of training` {
  @Test func `of skip-gram is what NumPy recorded`() throws {
    for step in try Recorded.steps().skipGram {
      let error = try largestError(step, isSkipGram: true, Double.self)
      #expect(error <= 1e-9)
    }
  }

  @Test func `of CBOW is what NumPy recorded`() throws {
    for step in try Recorded.steps().cbow {
      let error = try largestError(step, isSkipGram: false, Double.self)
      #expect(error <= 1e-9)
    }
  }

  @Test func `in Float differs by what its digits are good for`() throws {
    let recorded = try Recorded.steps()
    for step in recorded.skipGram { #expect(try largestError(step, isSkipGram: true, Float.self) <= 1e-6) }
    for step in recorded.cbow { #expect(try largestError(step, isSkipGram: false, Float.self) <= 1e-6) }
    #expect(try gloveError(Float.self) <= 1e-5)
  }

  @Test func `of GloVe is what NumPy recorded`() throws {
    #expect(try gloveError(Double.self) <= 1e-9)
  }

  @Test func `of negative sampling follows the gradients of the solution`() throws {
    let step = try Recorded.steps().skipGram[1]
    let (W, U) = (step.W.map { Vector($0) }, step.U)
    let word = step.context[0]
    let matrix = Matrix(rows: U.count, columns: U[0].count, elements: U.flatMap(\.self))
    let gradients = samplingGradients(W[word], matrix, step.rows[0], Array(step.rows.dropFirst()))
    var expected = matrix
    for touched in gradients.dU { expected[row: touched.row] -= 0.3 * touched.gradient }
    var trainer = step.trainer(Double.self)
    trainer.skipGramStep(word, rows: step.rows, labels: step.labels, rate: 0.3)
    #expect(relativeError(trainer.input[word], (W[word] - 0.3 * gradients.dv).elements) <= 1e-9)
    for row in U.indices { #expect(relativeError(trainer.output[row], expected[row: row].elements) <= 1e-9) }
  }

  @Test func `of GloVe goes along the gradients of the solution`() throws {
    let recorded = try Recorded.steps().glove
    let start = recorded.start
    var trainer = recorded.trainer(Double.self)
    let (i, j, x) = (2, 3, 40.0)
    trainer.step(.init(word: Int32(i), context: Int32(j), count: x))
    var X = Matrix.zeros(7, 7)
    X[i, j] = x
    let matrix = { (rows: [[Double]]) in Matrix(rows: 7, columns: 5, elements: rows.flatMap(\.self)) }
    let p = GloVeParameters(W: matrix(start.W), C: matrix(start.C), b: Vector(start.b), c: Vector(start.c))
    let gradients = gloveGradients(X, p, 100, 0.75)
    let stepped = { (theta: Double, g: Double) in theta - 0.05 * g / (1 + g * g).squareRoot() }
    let w = zip(start.W[i], gradients.dW[row: i]).map(stepped)
    let c = zip(start.C[j], gradients.dC[row: j]).map(stepped)
    #expect(relativeError(trainer.words[i], w) <= 1e-9)
    #expect(relativeError(trainer.contexts[j], c) <= 1e-9)
    #expect(relativeError([trainer.wordBiases[i]], [stepped(start.b[i], gradients.db[i])]) <= 1e-9)
    #expect(relativeError([trainer.contextBiases[j]], [stepped(start.c[j], gradients.dc[j])]) <= 1e-9)
  }

  private func largestError<Number: TrainingNumber>(
    _ step: Recorded.Step, isSkipGram: Bool, _ type: Number.Type
  ) throws -> Double {
    var trainer = step.trainer(type)
    let labels = step.labels.map { Number($0) }
    if isSkipGram {
      trainer.skipGramStep(step.context[0], rows: step.rows, labels: labels, rate: 0.3)
    } else {
      trainer.cbowStep(step.context, rows: step.rows, labels: labels, rate: 0.3)
    }
    return zip(step.newW, step.newU).enumerated().map { row, expected in
      max(relativeError(trainer.input[row], expected.0), relativeError(trainer.output[row], expected.1))
    }.max() ?? .infinity
  }

  private func gloveError<Number: TrainingNumber>(_ type: Number.Type) throws -> Double {
    let recorded = try Recorded.steps().glove
    var trainer = recorded.trainer(type)
    for pair in recorded.pairs {
      trainer.step(.init(word: Int32(pair[0]), context: Int32(pair[1]), count: pair[2]))
    }
    let end = recorded.end
    let tables = end.W.indices.map { row in
      max(relativeError(trainer.words[row], end.W[row]), relativeError(trainer.contexts[row], end.C[row]))
    }
    return max(
      tables.max() ?? .infinity, relativeError(trainer.wordBiases, end.b), relativeError(trainer.contextBiases, end.c))
  }
}

@Suite struct `The tree and the noise` {
  @Test func `have codes as short as Huffman's, and whole`() throws {
    for recorded in try Recorded.steps().huffman {
      let tree = HuffmanTree(counts: recorded.counts)
      let lengths = tree.paths.map(\.count)
      #expect(zip(lengths, recorded.counts).map { $0 * $1 }.reduce(0, +) == recorded.weightedLength)
      #expect(zip(tree.paths, tree.turnsLeft).allSatisfy { $0.count == $1.count })
      // Kraft's sum is 1 for a tree without loose ends, and all paths begin at the root.
      #expect(lengths.map { pow(0.5, Double($0)) }.reduce(0, +) == 1)
      #expect(Set(tree.paths.map(\.first)) == [Int32(recorded.counts.count - 2)])
      #expect(Set(zip(tree.paths, tree.turnsLeft).map { "\($0) \($1)" }).count == recorded.counts.count)
    }
  }

  @Test func `have negatives drawn by count to the power of three quarters`() {
    let counts = [10_000, 4096, 625, 625, 81, 16, 1]
    // The powers by hand: 1000, 512, 125, 125, 27, 8, 1.
    let weights = [1000.0, 512, 125, 125, 27, 8, 1]
    let table = AliasTable(counts: counts, power: 0.75)
    var draws = SeededDraws(seed: 11)
    var seen = [Int](repeating: 0, count: counts.count)
    let total = 300_000
    for _ in 0..<total { seen[Int(table.draw(&draws))] += 1 }
    let sum = weights.reduce(0, +)
    var square = 0.0
    for (count, weight) in zip(seen, weights) {
      let expected = Double(total) * weight / sum
      let difference = Double(count) - expected
      square += difference * difference / expected
    }
    // The 99.9 % point of the chi-square distribution with six degrees of freedom.
    #expect(square < 22.46, "\(seen)")
  }
}
