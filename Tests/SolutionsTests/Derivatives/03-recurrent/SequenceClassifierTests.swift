import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// A network, a name that it reads, and the name's class.
private struct NameProblem {
  var p: ClassifierParameters
  let letters: [Int]
  let h0: Vector
  let label: Int

  init(_ shape: RecurrentShape) {
    let problem = RNNProblem(shape)
    let q = problem.p
    p = ClassifierParameters(Wx: q.Wx, Wh: q.Wh, bh: q.bh, Wy: q.Wy, by: q.by)
    (h0, label) = (problem.h0, problem.y[0])
    var generator = SeededGenerator(seed: shape.seed + 100)
    letters = generator.words(shape.steps, below: shape.inputs)
  }

  var loss: Double { classLoss(classScores(letters, h0, p), label) }

  var gradients: ClassifierGradients { classifierGradients(letters, label, h0, p) }
}

/// The parameters, for Swift's own differentiation.
private struct NameNetwork: Differentiable {
  var Wx: [Double]
  var Wh: [Double]
  var bh: [Double]
  var Wy: [Double]
  var by: [Double]

  init(_ p: ClassifierParameters) {
    (Wx, Wh, bh) = (p.Wx.elements, p.Wh.elements, p.bh.elements)
    (Wy, by) = (p.Wy.elements, p.by.elements)
  }

  /// The loss of a name whose letters are one-hot vectors.
  @differentiable(reverse,wrt: self)
  func loss(_ x: [[Double]], _ label: Int, _ h0: [Double]) -> Double {
    var h = h0
    for t in 0..<x.count {
      h = sum(sum(product(Wx, x[t]), product(Wh, h)), bh).differentiableMap(hyperbolicTangent)
    }
    return crossEntropy(sum(product(Wy, h), by), label)
  }
}

@Suite struct `The reference of sequence-classifier` {
  @Test(arguments: RecurrentShape.all)
  func `agrees with central differences`(shape: RecurrentShape) throws {
    let problem = NameProblem(shape)
    let expected = ClassifierGradients(
      dWx: try centralDifferences(\.p.Wx, of: problem, \.loss),
      dWh: try centralDifferences(\.p.Wh, of: problem, \.loss),
      dbh: try centralDifferences(\.p.bh, of: problem, \.loss),
      dWy: try centralDifferences(\.p.Wy, of: problem, \.loss),
      dby: try centralDifferences(\.p.by, of: problem, \.loss))
    #expect(Agreement.centralDifferences.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `agrees with Swift's differentiation`(shape: RecurrentShape) {
    let problem = NameProblem(shape)
    let (D, H, C) = (shape.inputs, shape.units, shape.words)
    let x = problem.letters.map { Vector.oneHot($0, count: D).elements }
    let start = problem.h0.elements
    let (loss, gradient) = valueWithGradient(at: NameNetwork(problem.p)) { $0.loss(x, problem.label, start) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let expected = ClassifierGradients(
      dWx: Matrix(rows: H, columns: D, elements: gradient.Wx.base),
      dWh: Matrix(rows: H, columns: H, elements: gradient.Wh.base), dbh: Vector(gradient.bh.base),
      dWy: Matrix(rows: C, columns: H, elements: gradient.Wy.base), dby: Vector(gradient.by.base))
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
  }

  /// With a single letter, a language model and a classifier are the same network.
  @Test(arguments: RecurrentShape.all.filter { $0.steps == 1 })
  func `is backpropagation through time for a single letter`(shape: RecurrentShape) {
    let problem = NameProblem(shape)
    let p = problem.p
    let q = RNNParameters(Wx: p.Wx, Wh: p.Wh, bh: p.bh, Wy: p.Wy, by: p.by)
    let x = problem.letters.map { Vector.oneHot($0, count: shape.inputs) }
    let g = bptt(x, [problem.label], problem.h0, q)
    let expected = ClassifierGradients(dWx: g.dWx, dWh: g.dWh, dbh: g.dbh, dWy: g.dWy, dby: g.dby)
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
  }
}
