import LinearAlgebra
import Testing
import _Differentiation

@testable import Solutions

/// A stack of the given depth, each layer with a unit more than the one below.
private struct StackProblem {
  var p: StackParameters
  var h0: [Vector]
  let x: [Vector]
  let y: [Int]

  init(_ shape: RecurrentShape, depth: Int) {
    let problem = RNNProblem(shape)
    var generator = SeededGenerator(seed: shape.seed + 400)
    var layers = [StackLayer(Wx: problem.p.Wx, Wh: problem.p.Wh, b: problem.p.bh)]
    h0 = [problem.h0]
    for _ in 1..<depth {
      let below = h0[h0.count - 1].count
      layers.append(
        StackLayer(
          Wx: generator.matrix(below + 1, below, shape.weights),
          Wh: generator.matrix(below + 1, below + 1, shape.weights), b: generator.vector(below + 1, shape.weights)))
      h0.append(generator.vector(below + 1))
    }
    let last = h0[h0.count - 1].count
    p = StackParameters(layers: layers, Wy: generator.matrix(shape.words, last), by: problem.p.by)
    (x, y) = (problem.x, problem.y)
  }

  var loss: Double { stackedLoss(x, y, h0, p) }
  var gradients: StackGradients { stackedGradients(x, y, h0, p) }
}

/// A layer and the state that it starts from, for Swift's own differentiation.
private struct Layer: Differentiable {
  var Wx: [Double]
  var Wh: [Double]
  var b: [Double]
  var h0: [Double]

  init(_ layer: StackLayer, _ h0: Vector) {
    (Wx, Wh, b, self.h0) = (layer.Wx.elements, layer.Wh.elements, layer.b.elements, h0.elements)
  }

  @differentiable(reverse)
  func step(_ h: [Double], _ x: [Double]) -> [Double] {
    sum(sum(product(Wx, x), product(Wh, h)), b).differentiableMap(hyperbolicTangent)
  }
}

/// Two layers and an output layer; both layers advance together.
private struct TwoLayers: Differentiable {
  var lower: Layer
  var upper: Layer
  var Wy: [Double]
  var by: [Double]

  @differentiable(reverse,wrt: self)
  func loss(_ x: [[Double]], _ y: [Int]) -> Double {
    var (h, k) = (lower.h0, upper.h0)
    var loss = 0.0
    for t in 0..<x.count {
      h = lower.step(h, x[t])
      k = upper.step(k, h)
      loss += crossEntropy(sum(product(Wy, k), by), y[t])
    }
    return loss
  }
}

@Suite struct `The reference of deep-rnn` {
  @Test(arguments: RecurrentShape.all, [2, 3])
  func `agrees with central differences`(shape: RecurrentShape, depth: Int) throws {
    let problem = StackProblem(shape, depth: depth)
    let expected = StackGradients(
      layers: try (0..<depth).map { l in
        StackLayerGradients(
          dWx: try centralDifferences(\.p.layers[l].Wx, of: problem, \.loss),
          dWh: try centralDifferences(\.p.layers[l].Wh, of: problem, \.loss),
          db: try centralDifferences(\.p.layers[l].b, of: problem, \.loss))
      },
      dh0: try centralDifferences(\.h0, of: problem, \.loss), dWy: try centralDifferences(\.p.Wy, of: problem, \.loss),
      dby: try centralDifferences(\.p.by, of: problem, \.loss))
    #expect(Agreement.centralDifferences.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `agrees with Swift's differentiation`(shape: RecurrentShape) {
    let problem = StackProblem(shape, depth: 2)
    let (p, inputs) = (problem.p, problem.x.map(\.elements))
    let network = TwoLayers(
      lower: Layer(p.layers[0], problem.h0[0]), upper: Layer(p.layers[1], problem.h0[1]), Wy: p.Wy.elements,
      by: p.by.elements)
    let (loss, g) = valueWithGradient(at: network) { $0.loss(inputs, problem.y) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)

    func layer(_ g: Layer.TangentVector, _ layer: StackLayer) -> StackLayerGradients {
      let (H, I) = (layer.Wx.rows, layer.Wx.columns)
      return StackLayerGradients(
        dWx: Matrix(rows: H, columns: I, elements: g.Wx.base), dWh: Matrix(rows: H, columns: H, elements: g.Wh.base),
        db: Vector(g.b.base))
    }
    let expected = StackGradients(
      layers: [layer(g.lower, p.layers[0]), layer(g.upper, p.layers[1])],
      dh0: [Vector(g.lower.h0.base), Vector(g.upper.h0.base)],
      dWy: Matrix(rows: p.Wy.rows, columns: p.Wy.columns, elements: g.Wy.base), dby: Vector(g.by.base))
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
  }

  /// A stack of one layer is the plain recurrent network.
  @Test(arguments: RecurrentShape.all)
  func `is backpropagation through time for one layer`(shape: RecurrentShape) {
    let plain = RNNProblem(shape)
    let q = plain.p
    let g = bptt(plain.x, plain.y, plain.h0, q)
    let stack = StackParameters(layers: [StackLayer(Wx: q.Wx, Wh: q.Wh, b: q.bh)], Wy: q.Wy, by: q.by)
    let expected = StackGradients(
      layers: [StackLayerGradients(dWx: g.dWx, dWh: g.dWh, db: g.dbh)], dh0: [g.dh0], dWy: g.dWy, dby: g.dby)
    let gradients = stackedGradients(plain.x, plain.y, [plain.h0], stack)
    #expect(Agreement.exact.disagreement(gradients, expected) == nil)
  }
}
