import LinearAlgebra
import Testing
import _Differentiation

@testable import Solutions

/// A text with classes and a network of two directions, the backward one with a unit more.
private struct TaggingProblem {
  var p: BidirectionalParameters
  var start: Vector
  var end: Vector
  let x: [Vector]
  let y: [Int]

  init(_ shape: RecurrentShape) {
    let problem = RNNProblem(shape)
    var generator = SeededGenerator(seed: shape.seed + 300)
    let (F, D, V) = (shape.units, shape.inputs, shape.words)
    let q = problem.p
    p = BidirectionalParameters(
      forward: DirectionParameters(Wx: q.Wx, Wh: q.Wh, b: q.bh),
      backward: DirectionParameters(
        Wx: generator.matrix(F + 1, D, shape.weights), Wh: generator.matrix(F + 1, F + 1, shape.weights),
        b: generator.vector(F + 1, shape.weights)),
      U: generator.matrix(V, 2 * F + 1), c: q.by)
    (start, end) = (problem.h0, generator.vector(F + 1))
    (x, y) = (problem.x, problem.y)
  }

  var loss: Double { taggingLoss(x, y, start, end, p) }

  var gradients: BidirectionalGradients { bidirectionalGradients(x, y, start, end, p) }
}

/// One direction's parameters, for Swift's own differentiation.
private struct Direction: Differentiable {
  var Wx: [Double]
  var Wh: [Double]
  var b: [Double]
  var start: [Double]

  init(_ p: DirectionParameters, _ start: Vector) {
    (Wx, Wh, b, self.start) = (p.Wx.elements, p.Wh.elements, p.b.elements, start.elements)
  }

  @differentiable(reverse)
  func step(_ h: [Double], _ x: [Double]) -> [Double] {
    sum(sum(product(Wx, x), product(Wh, h)), b).differentiableMap(hyperbolicTangent)
  }
}

/// All parameters; the output weights of either direction stand alone.
private struct Tagger: Differentiable {
  var forward: Direction
  var backward: Direction
  var Uf: [Double]
  var Ub: [Double]
  var c: [Double]

  /// The scores are gathered in two passes: the backward direction's share first, from the last word to the first.
  @differentiable(reverse,wrt: self)
  func loss(_ x: [[Double]], _ y: [Int]) -> Double {
    var shares: [[Double]] = []
    var b = backward.start
    for s in 0..<x.count {
      b = backward.step(b, x[x.count - 1 - s])
      shares.append(product(Ub, b))
    }
    var loss = 0.0
    var f = forward.start
    for t in 0..<x.count {
      f = forward.step(f, x[t])
      loss += crossEntropy(sum(sum(product(Uf, f), c), shares[x.count - 1 - t]), y[t])
    }
    return loss
  }
}

@Suite struct `The reference of bidirectional-rnn` {
  @Test(arguments: RecurrentShape.all)
  func `agrees with central differences`(shape: RecurrentShape) throws {
    let problem = TaggingProblem(shape)
    func direction(_ path: WritableKeyPath<TaggingProblem, DirectionParameters>) throws -> DirectionGradients {
      DirectionGradients(
        dWx: try centralDifferences(path.appending(path: \.Wx), of: problem, \.loss),
        dWh: try centralDifferences(path.appending(path: \.Wh), of: problem, \.loss),
        db: try centralDifferences(path.appending(path: \.b), of: problem, \.loss))
    }
    let expected = BidirectionalGradients(
      forward: try direction(\.p.forward), backward: try direction(\.p.backward),
      dU: try centralDifferences(\.p.U, of: problem, \.loss), dc: try centralDifferences(\.p.c, of: problem, \.loss),
      dStart: try centralDifferences(\.start, of: problem, \.loss),
      dEnd: try centralDifferences(\.end, of: problem, \.loss))
    #expect(Agreement.centralDifferences.disagreement(problem.gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `agrees with Swift's differentiation`(shape: RecurrentShape) {
    let problem = TaggingProblem(shape)
    let (F, B, D, V) = (shape.units, shape.units + 1, shape.inputs, shape.words)
    let U = problem.p.U
    func columns(_ range: Range<Int>) -> [Double] { (0..<V).flatMap { row in range.map { U[row, $0] } } }
    let tagger = Tagger(
      forward: Direction(problem.p.forward, problem.start), backward: Direction(problem.p.backward, problem.end),
      Uf: columns(0..<F), Ub: columns(F..<F + B), c: problem.p.c.elements)
    let inputs = problem.x.map(\.elements)
    let (loss, g) = valueWithGradient(at: tagger) { $0.loss(inputs, problem.y) }
    #expect(Agreement.exact.disagreement(problem.loss, loss) == nil)

    func direction(_ g: Direction.TangentVector, _ H: Int) -> DirectionGradients {
      DirectionGradients(
        dWx: Matrix(rows: H, columns: D, elements: g.Wx.base), dWh: Matrix(rows: H, columns: H, elements: g.Wh.base),
        db: Vector(g.b.base))
    }
    let dUf = Matrix(rows: V, columns: F, elements: g.Uf.base)
    let dUb = Matrix(rows: V, columns: B, elements: g.Ub.base)
    let dU = (0..<V).flatMap { concatenate(dUf[row: $0], dUb[row: $0]).elements }
    let expected = BidirectionalGradients(
      forward: direction(g.forward, F), backward: direction(g.backward, B),
      dU: Matrix(rows: V, columns: F + B, elements: dU), dc: Vector(g.c.base), dStart: Vector(g.forward.start.base),
      dEnd: Vector(g.backward.start.base))
    #expect(Agreement.exact.disagreement(problem.gradients, expected) == nil)
  }

  /// Of the one-sided parts of a joined state, each changes only with the words that it has read.
  @Test(arguments: RecurrentShape.all)
  func `reads from either end`(shape: RecurrentShape) {
    let problem = TaggingProblem(shape)
    for t in problem.x.indices {
      var other = problem.x
      other[t] = problem.x[t] + .ones(shape.inputs)
      let forward = zip(
        forwardStates(problem.x, problem.start, problem.p.forward),
        forwardStates(other, problem.start, problem.p.forward))
      let backward = zip(
        backwardStates(problem.x, problem.end, problem.p.backward),
        backwardStates(other, problem.end, problem.p.backward))
      #expect(forward.prefix(t).allSatisfy { $0 == $1 })
      #expect(backward.dropFirst(t + 1).allSatisfy { $0 == $1 })
    }
  }
}
