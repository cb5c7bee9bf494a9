import LinearAlgebra
import Testing

@testable import Solutions

/// The sizes of a recurrent network and of its sequence, and how its inputs are drawn.
struct RecurrentShape: Sendable, CustomTestStringConvertible {
  var inputs: Int
  var units: Int
  var words = 3
  var steps: Int
  /// Inputs and initial states of plus or minus this; nil for random ones between -1 and 1.
  var saturation: Double?
  var weights = 1.0
  var seed = 1

  var testDescription: String {
    "D = \(inputs), H = \(units), V = \(words), T = \(steps)"
      + (saturation.map { ", inputs of +-\($0), weights to \(weights)" } ?? "") + ", seed \(seed)"
  }

  /// The corners, and random shapes.
  static let all: [RecurrentShape] = {
    var shapes = [
      RecurrentShape(inputs: 1, units: 1, words: 2, steps: 1),
      RecurrentShape(inputs: 3, units: 2, words: 5, steps: 1),
      RecurrentShape(inputs: 2, units: 1, words: 2, steps: 4),
      RecurrentShape(inputs: 2, units: 4, words: 2, steps: 3),
      RecurrentShape(inputs: 4, units: 2, words: 7, steps: 5),
      RecurrentShape(inputs: 2, units: 3, words: 4, steps: 50, weights: 0.7),
      RecurrentShape(inputs: 3, units: 4, words: 2, steps: 5, saturation: 50),
      RecurrentShape(inputs: 2, units: 3, words: 4, steps: 4, saturation: 50, weights: 0.01),
    ]
    var generator = SeededGenerator(seed: 20_030_328)
    for seed in 2...9 {
      shapes.append(
        RecurrentShape(
          inputs: Int.random(in: 1...5, using: &generator), units: Int.random(in: 1...5, using: &generator),
          words: Int.random(in: 2...6, using: &generator), steps: Int.random(in: 1...8, using: &generator), seed: seed))
    }
    return shapes
  }()
}

/// A tanh network, its sequence and the right words.
struct RNNProblem {
  var p: RNNParameters
  var x: [Vector]
  var h0: Vector
  var y: [Int]

  init(_ shape: RecurrentShape) {
    var generator = SeededGenerator(seed: shape.seed)
    let (D, H, V) = (shape.inputs, shape.units, shape.words)
    p = RNNParameters(
      Wx: generator.matrix(H, D, shape.weights), Wh: generator.matrix(H, H, shape.weights),
      bh: generator.vector(H, shape.weights), Wy: generator.matrix(V, H), by: generator.vector(V))
    x = generator.vectors(shape.steps, of: D)
    h0 = generator.vector(H)
    y = generator.words(shape.steps, below: V)
    if let size = shape.saturation {
      x = x.map { $0.saturated(size) }
      h0 = h0.saturated(size)
    }
  }

  /// The loss by the reference's forward pass.
  var loss: Double { sequenceLoss(rnnForward(x, h0, p).z, y) }
}
