import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// The parameters of a tanh network and its initial state, for Swift's own differentiation.
private struct Network: Differentiable {
  var Wx: [Double]
  var Wh: [Double]
  var bh: [Double]
  var Wy: [Double]
  var by: [Double]
  var h0: [Double]

  init(_ problem: RNNProblem) {
    Wx = problem.p.Wx.elements
    Wh = problem.p.Wh.elements
    bh = problem.p.bh.elements
    Wy = problem.p.Wy.elements
    by = problem.p.by.elements
    h0 = problem.h0.elements
  }

  @differentiable(reverse,wrt: self)
  func loss(_ x: [[Double]], _ y: [Int]) -> Double {
    var h = h0
    var loss = 0.0
    for t in 0..<x.count {
      let a = sum(sum(product(Wx, x[t]), product(Wh, h)), bh)
      h = a.differentiableMap(hyperbolicTangent)
      loss += crossEntropy(sum(product(Wy, h), by), y[t])
    }
    return loss
  }
}

@Suite struct `The reference of bptt agrees with Swift's differentiation` {
  @Test(arguments: RecurrentShape.all)
  func `bptt, the loss and every block of its gradients`(shape: RecurrentShape) {
    let problem = RNNProblem(shape)
    let inputs = problem.x.map(\.elements)
    let (loss, gradient) = valueWithGradient(at: Network(problem)) { $0.loss(inputs, problem.y) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let gradients = bptt(problem.x, problem.y, problem.h0, problem.p)
    let (D, H, V) = (shape.inputs, shape.units, shape.words)
    let expected = RNNGradients(
      dWx: Matrix(rows: H, columns: D, elements: gradient.Wx.base),
      dWh: Matrix(rows: H, columns: H, elements: gradient.Wh.base), dbh: Vector(gradient.bh.base),
      dWy: Matrix(rows: V, columns: H, elements: gradient.Wy.base), dby: Vector(gradient.by.base),
      dh0: Vector(gradient.h0.base))
    #expect(Agreement.exact.disagreement(gradients, expected) == nil)
  }
}
