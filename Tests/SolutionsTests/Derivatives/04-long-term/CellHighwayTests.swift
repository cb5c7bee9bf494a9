import LinearAlgebra
import Testing
import _Differentiation

@testable import Solutions

/// An LSTM that goes on from a cell and the output gate that shows it, and a weighting of its last cell.
private struct Memory {
  let w: HighwayWeights
  /// What input and bias add to the scores of forget, input and output gate and candidate, at each step.
  let added: [[Vector]]
  var first: HighwayStep
  let weights: Vector

  init(_ shape: RecurrentShape) {
    var generator = SeededGenerator(seed: shape.seed + 500)
    let H = shape.units
    w = HighwayWeights(
      Wf: generator.matrix(H, H, shape.weights), Wi: generator.matrix(H, H, shape.weights),
      Wo: generator.matrix(H, H, shape.weights), Wc: generator.matrix(H, H, shape.weights))
    added = (0..<shape.steps).map { _ in
      var scores = generator.vectors(4, of: H, shape.saturation ?? 1)
      scores[0] = scores[0] + Vector(repeating: 1, count: H)
      return scores
    }
    first = HighwayStep(
      f: sigmoid(generator.vector(H)), i: sigmoid(generator.vector(H)), o: sigmoid(generator.vector(H)),
      candidate: tanh(generator.vector(H)), c: generator.vector(H, 2))
    weights = generator.vector(H)
  }

  /// The step after `previous`.
  private func next(_ previous: HighwayStep, _ u: [Vector]) -> HighwayStep {
    let h = previous.o .* tanh(previous.c)
    let (f, i, o) = (sigmoid(w.Wf * h + u[0]), sigmoid(w.Wi * h + u[1]), sigmoid(w.Wo * h + u[2]))
    let candidate = tanh(w.Wc * h + u[3])
    return HighwayStep(f: f, i: i, o: o, candidate: candidate, c: f .* previous.c + i .* candidate)
  }

  var steps: [HighwayStep] { added.reduce(into: [first]) { $0.append(next($0[$0.count - 1], $1)) } }

  /// The weighted cell after the last step.
  var lastCell: Double { dot(weights, steps[added.count].c) }

  /// The weighted cell after the first step.
  var nextCell: Double { dot(weights, next(first, added[0]).c) }

  /// The weighted last cell with all gates and candidates as they are in `steps`.
  func straightOn(_ c: Vector, _ steps: [HighwayStep]) -> Double {
    dot(weights, steps.dropFirst().reduce(c) { $1.f .* $0 + $1.i .* $1.candidate })
  }
}

/// The same cell for Swift's own differentiation.
private struct Cell: Differentiable {
  var c: [Double]

  @differentiable(reverse,wrt: self)
  func last(_ memory: [[Double]], _ added: [[[Double]]], _ o: [Double], _ weights: [Double]) -> Double {
    var cell = c
    var h = hadamard(o, c.differentiableMap(hyperbolicTangent))
    for t in 0..<added.count {
      let f = sum(product(memory[0], h), added[t][0]).differentiableMap(logistic)
      let i = sum(product(memory[1], h), added[t][1]).differentiableMap(logistic)
      let gate = sum(product(memory[2], h), added[t][2]).differentiableMap(logistic)
      let candidate = sum(product(memory[3], h), added[t][3]).differentiableMap(hyperbolicTangent)
      cell = sum(hadamard(f, cell), hadamard(i, candidate))
      h = hadamard(gate, cell.differentiableMap(hyperbolicTangent))
    }
    // The last hidden state must take part, if with weight 0: a derivative that is missing has no entries.
    return inner(cell, weights) + 0 * inner(h, weights)
  }
}

@Suite struct `The reference of cell-highway` {
  @Test(arguments: RecurrentShape.all)
  func `agrees with central differences by all ways`(shape: RecurrentShape) throws {
    let memory = Memory(shape)
    let steps = memory.steps
    let full = fullCellJacobian(steps, memory.w).transposed * memory.weights
    let byAllWays = try centralDifferences(\.first.c, of: memory, \.lastCell)
    #expect(Agreement.centralDifferences.disagreement(full, byAllWays) == nil)
    let single = cellJacobian(steps[0], steps[1], memory.w).transposed * memory.weights
    let ofOneStep = try centralDifferences(\.first.c, of: memory, \.nextCell)
    #expect(Agreement.centralDifferences.disagreement(single, ofOneStep) == nil)
    let straightOn = try centralDifferences(\.self, of: memory.first.c) { memory.straightOn($0, steps) }
    let highway = directPath(steps) .* memory.weights
    #expect(Agreement.centralDifferences.disagreement(highway, straightOn) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `agrees with central differences way by way`(shape: RecurrentShape) throws {
    let memory = Memory(shape)
    let (w, u, weights) = (memory.w, memory.added[0], memory.weights)
    let (previous, step) = (memory.steps[0], memory.steps[1])
    let h = previous.o .* tanh(previous.c)
    func agrees(_ J: Matrix, _ value: (Vector) -> Vector) throws -> String? {
      let differences = try centralDifferences(\.self, of: h) { dot(weights, value($0)) }
      return Agreement.centralDifferences.disagreement(J.transposed * weights, differences).map { "\($0)" }
    }
    #expect(try agrees(forgetPath(previous.c, step, w)) { sigmoid(w.Wf * $0 + u[0]) .* previous.c } == nil)
    #expect(try agrees(inputPath(step, w)) { sigmoid(w.Wi * $0 + u[1]) .* step.candidate } == nil)
    #expect(try agrees(candidatePath(step, w)) { step.i .* tanh(w.Wc * $0 + u[3]) } == nil)
    #expect(try agrees(outputPath(step, w)) { sigmoid(w.Wo * $0 + u[2]) .* tanh(step.c) } == nil)
    let slope = try centralDifferences(\.self, of: step.c) { dot(weights, step.o .* tanh($0)) }
    #expect(Agreement.centralDifferences.disagreement(weights .* shownSlope(step), slope) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `agrees with Swift's differentiation`(shape: RecurrentShape) {
    let memory = Memory(shape)
    let w = memory.w
    let matrices = [w.Wf, w.Wi, w.Wo, w.Wc].map(\.elements)
    let added = memory.added.map { $0.map(\.elements) }
    let (value, gradient) = valueWithGradient(at: Cell(c: memory.first.c.elements)) {
      $0.last(matrices, added, memory.first.o.elements, memory.weights.elements)
    }
    #expect(Agreement.exact.disagreement(memory.lastCell, value) == nil)
    let full = fullCellJacobian(memory.steps, w).transposed * memory.weights
    #expect(Agreement.exact.disagreement(full, Vector(gradient.c.base)) == nil)
  }

  /// Output gates of zero hide the cell, and what is left is the highway.
  @Test(arguments: RecurrentShape.all)
  func `is the highway where nothing is shown`(shape: RecurrentShape) {
    let memory = Memory(shape)
    let steps = memory.steps.map { step in
      HighwayStep(f: step.f, i: step.i, o: 0 * step.o, candidate: step.candidate, c: step.c)
    }
    let full = fullCellJacobian(steps, memory.w)
    let ones = Vector.ones(shape.units)
    #expect(Agreement.exact.disagreement(full * ones, directPath(steps)) == nil)
    #expect(Agreement.exact.disagreement(full.transposed * ones, directPath(steps)) == nil)
  }
}
