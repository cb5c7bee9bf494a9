import LinearAlgebra
import Testing
import Wire

@testable import Solutions

/// The quantities of one backward pass, drawn at random: every line of the derivation stands alone here.
private struct Line {
  var p: RNNParameters
  var x: [Vector]
  var h: [Vector]
  var a: Vector
  let da: [Vector]
  let dz: [Vector]

  init(_ shape: RecurrentShape) {
    let problem = RNNProblem(shape)
    var generator = SeededGenerator(seed: shape.seed + 100)
    p = problem.p
    x = problem.x
    h = generator.vectors(shape.steps + 1, of: shape.units)
    a = generator.vector(shape.units, shape.saturation ?? 3)
    da = generator.vectors(shape.steps, of: shape.units)
    dz = generator.vectors(shape.steps, of: shape.words)
  }

  /// The sum of da_t times (Wh h_{t-1} + Wx x_t + bh): its derivatives are what the parameters' gradients are.
  var preActivations: Double {
    da.indices.map { dot(da[$0], p.Wh * h[$0] + p.Wx * x[$0] + p.bh) }.reduce(0, +)
  }

  /// The sum of dz_t times (Wy h_t + by).
  var scores: Double { dz.indices.map { dot(dz[$0], p.Wy * h[$0 + 1] + p.by) }.reduce(0, +) }
}

@Suite struct `The reference of bptt agrees with central differences` {
  @Test(arguments: RecurrentShape.all)
  func `bptt, every block of the gradients`(shape: RecurrentShape) throws {
    let problem = RNNProblem(shape)
    let gradients = bptt(problem.x, problem.y, problem.h0, problem.p)
    let expected = RNNGradients(
      dWx: try centralDifferences(\.p.Wx, of: problem, \.loss),
      dWh: try centralDifferences(\.p.Wh, of: problem, \.loss),
      dbh: try centralDifferences(\.p.bh, of: problem, \.loss),
      dWy: try centralDifferences(\.p.Wy, of: problem, \.loss),
      dby: try centralDifferences(\.p.by, of: problem, \.loss),
      dh0: try centralDifferences(\.h0, of: problem, \.loss))
    #expect(Agreement.centralDifferences.disagreement(gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `bptt, the gradients of scores, states and pre-activations`(shape: RecurrentShape) throws {
    let line = Line(shape)
    let (dz, da) = (line.dz[0], line.da[0])
    var generator = SeededGenerator(seed: shape.seed)
    let z = generator.vector(shape.words, shape.saturation ?? 2)
    let agreement = Agreement.centralDifferences
    for y in 0..<shape.words {
      let expected = try centralDifferences(\.self, of: z) { sequenceLoss([$0], [y]) }
      #expect(agreement.disagreement(scoreGradient(z, y), expected) == nil)
    }
    let dh = try centralDifferences(\.self, of: line.h[1]) { h in
      dot(dz, line.p.Wy * h) + dot(da, line.p.Wh * h)
    }
    #expect(agreement.disagreement(stateGradient(dz, da, line.p.Wy, line.p.Wh), dh) == nil)
    let throughTanh = try centralDifferences(\.self, of: line.a) { dot(da, tanh($0)) }
    #expect(agreement.disagreement(preActivationGradient(da, tanh(line.a)), throughTanh) == nil)
    let dh0 = try centralDifferences(\.self, of: line.h[0]) { dot(da, line.p.Wh * $0) }
    #expect(agreement.disagreement(initialStateGradient(da, line.p.Wh), dh0) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `bptt, the gradients of weights and biases`(shape: RecurrentShape) throws {
    let line = Line(shape)
    let agreement = Agreement.centralDifferences
    let dWy = try centralDifferences(\.p.Wy, of: line, \.scores)
    #expect(agreement.disagreement(outputWeightGradient(line.dz, line.h), dWy) == nil)
    let dWh = try centralDifferences(\.p.Wh, of: line, \.preActivations)
    #expect(agreement.disagreement(recurrentWeightGradient(line.da, line.h), dWh) == nil)
    let dWx = try centralDifferences(\.p.Wx, of: line, \.preActivations)
    #expect(agreement.disagreement(inputWeightGradient(line.da, line.x), dWx) == nil)
    let dbh = try centralDifferences(\.p.bh, of: line, \.preActivations)
    #expect(agreement.disagreement(biasGradient(line.da), dbh) == nil)
    let dby = try centralDifferences(\.p.by, of: line, \.scores)
    #expect(agreement.disagreement(biasGradient(line.dz), dby) == nil)
  }
}
