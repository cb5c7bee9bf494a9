import LinearAlgebra

@testable import Solutions

/// An LSTM, its sequence, and a weighting of its states that makes one number of them.
struct LSTMProblem {
  var p: LSTMParameters
  var initial: LSTMState
  var x: [Vector]
  let hiddenWeights: [Vector]
  let cellWeights: [Vector]

  init(_ shape: RecurrentShape) {
    var generator = SeededGenerator(seed: shape.seed + 200)
    let (D, H) = (shape.inputs, shape.units)
    p = LSTMParameters(
      Wf: generator.matrix(H, H + D, shape.weights), Wi: generator.matrix(H, H + D, shape.weights),
      Wo: generator.matrix(H, H + D, shape.weights), Wc: generator.matrix(H, H + D, shape.weights),
      bf: generator.vector(H), bi: generator.vector(H), bo: generator.vector(H), bc: generator.vector(H))
    initial = LSTMState(h: generator.vector(H), c: generator.vector(H))
    x = generator.vectors(shape.steps, of: D)
    if let size = shape.saturation { x = x.map { $0.saturated(size) } }
    hiddenWeights = generator.vectors(shape.steps, of: H)
    cellWeights = generator.vectors(shape.steps, of: H)
  }

  /// The weighted states, by the reference's sequence.
  var sum: Double { weighted(lstmSequence(initial, x, p)) }

  /// The weighted states, by the reference's step.
  var sumOfSteps: Double {
    var states: [LSTMState] = []
    for input in x { states.append(lstmStep(states.last ?? initial, input, p)) }
    return weighted(states)
  }

  private func weighted(_ states: [LSTMState]) -> Double {
    states.indices.map { dot(hiddenWeights[$0], states[$0].h) + dot(cellWeights[$0], states[$0].c) }.reduce(0, +)
  }
}

/// A GRU, its sequence, and a weighting of its states that makes one number of them.
struct GRUProblem {
  var p: GRUParameters
  var h0: Vector
  var x: [Vector]
  let weights: [Vector]

  init(_ shape: RecurrentShape) {
    var generator = SeededGenerator(seed: shape.seed + 300)
    let (D, H) = (shape.inputs, shape.units)
    p = GRUParameters(
      Wz: generator.matrix(H, H + D, shape.weights), Wr: generator.matrix(H, H + D, shape.weights),
      bz: generator.vector(H), br: generator.vector(H), Wh: generator.matrix(H, H, shape.weights),
      Wx: generator.matrix(H, D, shape.weights), bh: generator.vector(H))
    h0 = generator.vector(H)
    x = generator.vectors(shape.steps, of: D)
    if let size = shape.saturation { x = x.map { $0.saturated(size) } }
    weights = generator.vectors(shape.steps, of: H)
  }

  /// The weighted states, by the reference's sequence.
  var sum: Double { weighted(gruSequence(h0, x, p)) }

  /// The weighted states, by the reference's step.
  var sumOfSteps: Double {
    var states: [Vector] = []
    for input in x { states.append(gruStep(states.last ?? h0, input, p)) }
    return weighted(states)
  }

  private func weighted(_ states: [Vector]) -> Double {
    states.indices.map { dot(weights[$0], states[$0]) }.reduce(0, +)
  }
}

/// A table of word vectors, a bias direction, and a weighting of the neutralised table that makes one number of it.
struct BiasProblem {
  var E: Matrix
  var g: Vector
  let definitional: [Int]
  let weights: Matrix

  init(words: Int, dimensions: Int, seed: Int) {
    var generator = SeededGenerator(seed: seed)
    E = generator.matrix(words, dimensions, 3)
    g = generator.vector(dimensions, 3)
    definitional = generator.words(words / 3, below: words)
    weights = generator.matrix(words, dimensions)
  }

  /// The weighted table, by the reference's function for whole tables.
  var sum: Double { weighted(neutraliseAll(E, definitional, g)) }

  /// The weighted table, by the reference's function for one vector.
  var sumOfRows: Double {
    var result = E
    for row in 0..<E.rows where !definitional.contains(row) { result[row: row] = neutralise(E[row: row], g) }
    return weighted(result)
  }

  private func weighted(_ table: Matrix) -> Double { dot(Vector(weights.elements), Vector(table.elements)) }
}
