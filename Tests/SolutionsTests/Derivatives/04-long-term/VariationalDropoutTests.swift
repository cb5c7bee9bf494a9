import LinearAlgebra
import Testing
import _Differentiation

@testable import Solutions

/// A text, a network and masks that drop about a quarter of all units.
private struct MaskedProblem {
  var p: DropoutParameters
  var h0: Vector
  var m: DropoutMasks
  let x: [Vector]
  let y: [Int]

  init(_ shape: RecurrentShape) {
    let problem = RNNProblem(shape)
    let q = problem.p
    var generator = SeededGenerator(seed: shape.seed + 500)
    func uniforms(_ count: Int) -> Vector {
      Vector((0..<count).map { _ in Double.random(in: 0..<1, using: &generator) })
    }
    p = DropoutParameters(Wx: q.Wx, Wh: q.Wh, bh: q.bh, Wy: q.Wy, by: q.by)
    m = sequenceMasks(uniforms(shape.inputs), uniforms(shape.units), uniforms(shape.units), 0.75)
    (x, y, h0) = (problem.x, problem.y, problem.h0)
  }

  var loss: Double { droppedLoss(x, y, h0, m, p) }
  var gradients: DropoutGradients { droppedGradients(x, y, h0, m, p) }
}

/// The parameters and the initial state, for Swift's own differentiation.
private struct MaskedNetwork: Differentiable {
  var Wx: [Double]
  var Wh: [Double]
  var bh: [Double]
  var Wy: [Double]
  var by: [Double]
  var h0: [Double]

  init(_ problem: MaskedProblem) {
    let p = problem.p
    (Wx, Wh, bh) = (p.Wx.elements, p.Wh.elements, p.bh.elements)
    (Wy, by, h0) = (p.Wy.elements, p.by.elements, problem.h0.elements)
  }

  @differentiable(reverse,wrt: self)
  func loss(_ x: [[Double]], _ y: [Int], _ mx: [Double], _ mh: [Double], _ my: [Double]) -> Double {
    var h = h0
    var loss = 0.0
    for t in 0..<x.count {
      let fromInput = product(Wx, hadamard(mx, x[t]))
      let fromState = product(Wh, hadamard(mh, h))
      h = sum(sum(fromInput, fromState), bh).differentiableMap(hyperbolicTangent)
      loss += crossEntropy(sum(product(Wy, hadamard(my, h)), by), y[t])
    }
    return loss
  }
}

@Suite struct `The reference of variational-dropout` {
  @Test(arguments: RecurrentShape.all)
  func `agrees with central differences`(shape: RecurrentShape) throws {
    let problem = MaskedProblem(shape)
    let expected = DropoutGradients(
      dWx: try centralDifferences(\.p.Wx, of: problem, \.loss),
      dWh: try centralDifferences(\.p.Wh, of: problem, \.loss),
      dbh: try centralDifferences(\.p.bh, of: problem, \.loss),
      dWy: try centralDifferences(\.p.Wy, of: problem, \.loss),
      dby: try centralDifferences(\.p.by, of: problem, \.loss), dh0: try centralDifferences(\.h0, of: problem, \.loss))
    #expect(Agreement.centralDifferences.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `agrees with Swift's differentiation`(shape: RecurrentShape) {
    let problem = MaskedProblem(shape)
    let (m, inputs) = (problem.m, problem.x.map(\.elements))
    let (loss, g) = valueWithGradient(at: MaskedNetwork(problem)) {
      $0.loss(inputs, problem.y, m.mx.elements, m.mh.elements, m.my.elements)
    }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let (D, H, V) = (shape.inputs, shape.units, shape.words)
    let expected = DropoutGradients(
      dWx: Matrix(rows: H, columns: D, elements: g.Wx.base), dWh: Matrix(rows: H, columns: H, elements: g.Wh.base),
      dbh: Vector(g.bh.base), dWy: Matrix(rows: V, columns: H, elements: g.Wy.base), dby: Vector(g.by.base),
      dh0: Vector(g.h0.base))
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
  }

  /// With the masks of evaluation, it is the plain network.
  @Test(arguments: RecurrentShape.all)
  func `drops nothing when evaluating`(shape: RecurrentShape) {
    let (problem, plain) = (MaskedProblem(shape), RNNProblem(shape))
    let m = evaluationMasks(shape.inputs, shape.units)
    let g = bptt(plain.x, plain.y, plain.h0, plain.p)
    let expected = DropoutGradients(dWx: g.dWx, dWh: g.dWh, dbh: g.dbh, dWy: g.dWy, dby: g.dby, dh0: g.dh0)
    #expect(droppedLoss(problem.x, problem.y, problem.h0, m, problem.p) == plain.loss)
    let gradients = droppedGradients(problem.x, problem.y, problem.h0, m, problem.p)
    #expect(Agreement.exact.disagreement(gradients, expected) == nil)
  }
}
