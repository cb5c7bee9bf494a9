import Embeddings
import Foundation
import LinearAlgebra
import Testing

@testable import Solutions

@Suite struct `One step of training is that of the solution` {
  private func matrix(_ rows: [[Double]]) -> Matrix {
    Matrix(rows: rows.count, columns: rows[0].count, elements: rows.flatMap(\.self))
  }

  @Test func `to negative-sampling, repeated negatives included`() throws {
    let step = try Recorded.steps().skipGram[1]
    let pair = SampledPair(centre: step.context[0], outside: step.rows[0], negatives: Array(step.rows.dropFirst()))
    let expected = sampledStep(pair, SampledTables(W: matrix(step.W), U: matrix(step.U)), 0.3)
    var trainer = step.trainer(Double.self)
    trainer.skipGramStep(step.context[0], rows: step.rows, labels: step.labels, rate: 0.3)
    for row in step.W.indices {
      #expect(relativeError(trainer.input[row], expected.W[row: row].elements) <= 1e-9)
      #expect(relativeError(trainer.output[row], expected.U[row: row].elements) <= 1e-9)
    }
  }

  @Test func `to hierarchical-softmax, on a path of a tree`() throws {
    let step = try Recorded.steps().skipGram[2]
    let path = zip(step.rows, step.labels).map { PathStep(node: $0, sign: $1 == 1 ? 1 : -1) }
    let v = Vector(step.W[step.context[0]])
    let gradients = pathGradients(path, v, matrix(step.U))
    var trainer = step.trainer(Double.self)
    trainer.skipGramStep(step.context[0], rows: step.rows, labels: step.labels, rate: 0.3)
    #expect(relativeError(trainer.input[step.context[0]], (v - 0.3 * gradients.dv).elements) <= 1e-9)
    for touched in gradients.dU {
      let row = Vector(step.U[touched.node]) - 0.3 * touched.gradient
      #expect(relativeError(trainer.output[touched.node], row.elements) <= 1e-9)
    }
  }

  @Test func `to cbow, in what the context's words get`() throws {
    let step = try Recorded.steps().cbow[1]
    let (W, U) = (matrix(step.W), matrix(step.U))
    let h = cbowMean(step.context, W)
    var dh = Vector.zeros(h.count)
    for (row, label) in zip(step.rows, step.labels) { dh += (sigmoid(dot(U[row: row], h)) - label) * U[row: row] }
    let dW = cbowMeanGradient(step.context, dh, W.rows)
    var trainer = step.trainer(Double.self)
    trainer.cbowStep(step.context, rows: step.rows, labels: step.labels, rate: 0.3)
    for row in 0..<W.rows {
      #expect(relativeError(trainer.input[row], (W[row: row] - 0.3 * dW[row: row]).elements) <= 1e-9)
    }
  }

  @Test func `to glove-training-step, pair after pair`() throws {
    let recorded = try Recorded.steps().glove
    let start = recorded.start
    let ones = GloVeTables(
      W: matrix(start.W.map { $0.map { _ in 1 } }), C: matrix(start.C.map { $0.map { _ in 1 } }),
      b: .ones(start.b.count), c: .ones(start.c.count))
    let tables = GloVeTables(W: matrix(start.W), C: matrix(start.C), b: Vector(start.b), c: Vector(start.c))
    let pairs = recorded.pairs.map { CountedPair(word: Int($0[0]), context: Int($0[1]), count: $0[2]) }
    let expected = trainedOnPairs(
      GloVeTraining(p: tables, G: ones), pairs, GloVeSettings(xMax: 100, alpha: 0.75, rate: 0.05)
    ).p
    var trainer = recorded.trainer(Double.self)
    for pair in pairs { trainer.step(.init(word: Int32(pair.word), context: Int32(pair.context), count: pair.count)) }
    for row in start.W.indices {
      #expect(relativeError(trainer.words[row], expected.W[row: row].elements) <= 1e-9)
      #expect(relativeError(trainer.contexts[row], expected.C[row: row].elements) <= 1e-9)
    }
    #expect(relativeError(trainer.wordBiases, expected.b.elements) <= 1e-9)
    #expect(relativeError(trainer.contextBiases, expected.c.elements) <= 1e-9)
  }

  @Test func `to huffmanTree, in the mean length of codes`() throws {
    for recorded in try Recorded.steps().huffman {
      let lengths = HuffmanTree(counts: recorded.counts).paths.map(\.count)
      let mean =
        Double(zip(lengths, recorded.counts).map { $0 * $1 }.reduce(0, +)) / Double(recorded.counts.reduce(0, +))
      #expect(abs(meanCodeLength(huffmanTree(recorded.counts), recorded.counts) - mean) <= 1e-9)
    }
  }
}
