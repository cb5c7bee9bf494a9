import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// A text cut into chunks of `k` steps, and a network to read it.
private struct ChunkedProblem {
  var p: ChunkParameters
  var x: [Vector]
  let y: [Int]
  let h0: Vector
  let k: Int
  /// The states that the chunks start from: plain numbers, which do not follow the parameters.
  let starts: [Vector]

  init(_ shape: RecurrentShape, k: Int) {
    let problem = RNNProblem(shape)
    let q = problem.p
    p = ChunkParameters(Wx: q.Wx, Wh: q.Wh, bh: q.bh, Wy: q.Wy, by: q.by)
    (x, y, h0) = (problem.x, problem.y, problem.h0)
    self.k = k
    starts = carriedStates(x, h0, p, k)
  }

  /// The loss with the starting states held fixed.
  var loss: Double {
    let bounds = chunkBounds(x.count, k)
    return starts.indices.map { chunk in
      let steps = bounds[chunk]..<bounds[chunk + 1]
      return chunkLoss(Array(x[steps]), Array(y[steps]), starts[chunk], p)
    }.reduce(0, +)
  }

  var gradients: ChunkGradients { truncatedBPTT(x, y, h0, p, k) }
}

/// The parameters, for Swift's own differentiation.
private struct ChunkNetwork: Differentiable {
  var Wx: [Double]
  var Wh: [Double]
  var bh: [Double]
  var Wy: [Double]
  var by: [Double]

  init(_ p: ChunkParameters) {
    (Wx, Wh, bh) = (p.Wx.elements, p.Wh.elements, p.bh.elements)
    (Wy, by) = (p.Wy.elements, p.by.elements)
  }

  /// The loss of the whole text; at every k-th step the state is put down and taken up again as a plain number.
  @differentiable(reverse,wrt: self)
  func loss(_ x: [[Double]], _ y: [Int], _ h0: [Double], _ k: Int) -> Double {
    var h = h0
    var loss = 0.0
    for t in 0..<x.count {
      if t % k == 0 { h = withoutDerivative(at: h) }
      h = sum(sum(product(Wx, x[t]), product(Wh, h)), bh).differentiableMap(hyperbolicTangent)
      loss += crossEntropy(sum(product(Wy, h), by), y[t])
    }
    return loss
  }
}

@Suite struct `The reference of truncated-bptt` {
  @Test(arguments: RecurrentShape.all, [1, 2, 3])
  func `agrees with central differences, the carried states held fixed`(shape: RecurrentShape, k: Int) throws {
    let problem = ChunkedProblem(shape, k: k)
    let expected = ChunkGradients(
      dWx: try centralDifferences(\.p.Wx, of: problem, \.loss),
      dWh: try centralDifferences(\.p.Wh, of: problem, \.loss),
      dbh: try centralDifferences(\.p.bh, of: problem, \.loss),
      dWy: try centralDifferences(\.p.Wy, of: problem, \.loss),
      dby: try centralDifferences(\.p.by, of: problem, \.loss))
    #expect(Agreement.centralDifferences.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all, [1, 2, 60])
  func `agrees with Swift's differentiation`(shape: RecurrentShape, k: Int) {
    let problem = ChunkedProblem(shape, k: k)
    let (inputs, start) = (problem.x.map(\.elements), problem.h0.elements)
    let (loss, gradient) = valueWithGradient(at: ChunkNetwork(problem.p)) { $0.loss(inputs, problem.y, start, k) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)
    let (D, H, V) = (shape.inputs, shape.units, shape.words)
    let expected = ChunkGradients(
      dWx: Matrix(rows: H, columns: D, elements: gradient.Wx.base),
      dWh: Matrix(rows: H, columns: H, elements: gradient.Wh.base), dbh: Vector(gradient.bh.base),
      dWy: Matrix(rows: V, columns: H, elements: gradient.Wy.base), dby: Vector(gradient.by.base))
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `is full backpropagation through time for one chunk`(shape: RecurrentShape) {
    let problem = ChunkedProblem(shape, k: shape.steps)
    let full = RNNProblem(shape)
    let g = bptt(full.x, full.y, full.h0, full.p)
    let expected = ChunkGradients(dWx: g.dWx, dWh: g.dWh, dbh: g.dbh, dWy: g.dWy, dby: g.dby)
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
  }

  /// A later chunk's words change nothing that an earlier chunk learns; the inputs of an earlier one change a later one's.
  @Test(arguments: [1, 2, 3])
  func `lets the state across and no gradient`(k: Int) {
    let (T, H, V) = (2 * k, 3, 4)
    var generator = SeededGenerator(seed: k)
    let p = ChunkParameters(
      Wx: generator.matrix(H, T), Wh: generator.matrix(H, H), bh: generator.vector(H), Wy: generator.matrix(V, H),
      by: generator.vector(V))
    let x = (0..<T).map { Vector.oneHot($0, count: T) }
    let (y, h0) = (generator.words(T, below: V), generator.vector(H))
    let otherWords = y.enumerated().map { $0 < k ? $1 : ($1 + 1) % V }
    let dWx = truncatedBPTT(x, y, h0, p, k).dWx
    let changed = truncatedBPTT(x, otherWords, h0, p, k).dWx
    for t in 0..<T { #expect((dWx[column: t] == changed[column: t]) == (t < k)) }

    let otherInputs = [x[0] + .ones(T)] + x.dropFirst()
    #expect(carriedStates(x, h0, p, k)[1] != carriedStates(otherInputs, h0, p, k)[1])
  }
}
