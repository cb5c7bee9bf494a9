import LinearAlgebra
import Testing
import Wire
import _Differentiation

@testable import Solutions

/// An LSTM for Swift's own differentiation; the weights act on h and x apart.
struct LSTM: Differentiable {
  var Wf: [Double]
  var Wi: [Double]
  var Wo: [Double]
  var Wc: [Double]
  var bf: [Double]
  var bi: [Double]
  var bo: [Double]
  var bc: [Double]
  var h: [Double]
  var c: [Double]
  var x: [Double]

  init(_ problem: LSTMProblem) {
    let p = problem.p
    (Wf, Wi, Wo, Wc) = (p.Wf.elements, p.Wi.elements, p.Wo.elements, p.Wc.elements)
    (bf, bi, bo, bc) = (p.bf.elements, p.bi.elements, p.bo.elements, p.bc.elements)
    (h, c) = (problem.initial.h.elements, problem.initial.c.elements)
    x = problem.x.flatMap(\.elements)
  }

  @differentiable(reverse,wrt: self)
  func sum(_ hiddenWeights: [[Double]], _ cellWeights: [[Double]]) -> Double {
    var (h, c) = (self.h, self.c)
    var total = 0.0
    let inputs = withoutDerivative(at: x.count / hiddenWeights.count)
    for t in 0..<hiddenWeights.count {
      let input = part(x, from: t * inputs, count: inputs)
      let f = affine(Wf, h, input, bf).differentiableMap(logistic)
      let i = affine(Wi, h, input, bi).differentiableMap(logistic)
      let o = affine(Wo, h, input, bo).differentiableMap(logistic)
      let candidate = affine(Wc, h, input, bc).differentiableMap(hyperbolicTangent)
      c = SolutionsTests.sum(hadamard(f, c), hadamard(i, candidate))
      h = hadamard(o, c.differentiableMap(hyperbolicTangent))
      total += inner(h, hiddenWeights[t]) + inner(c, cellWeights[t])
    }
    return total
  }
}

/// A GRU for Swift's own differentiation; the gates' weights act on h and x apart.
struct GRU: Differentiable {
  var Wz: [Double]
  var Wr: [Double]
  var bz: [Double]
  var br: [Double]
  var Wh: [Double]
  var Wx: [Double]
  var bh: [Double]
  var h: [Double]
  var x: [Double]

  init(_ problem: GRUProblem) {
    let p = problem.p
    (Wz, Wr, Wh, Wx) = (p.Wz.elements, p.Wr.elements, p.Wh.elements, p.Wx.elements)
    (bz, br, bh) = (p.bz.elements, p.br.elements, p.bh.elements)
    (h, x) = (problem.h0.elements, problem.x.flatMap(\.elements))
  }

  @differentiable(reverse,wrt: self)
  func sum(_ weights: [[Double]]) -> Double {
    var h = self.h
    var total = 0.0
    let inputs = withoutDerivative(at: x.count / weights.count)
    for t in 0..<weights.count {
      let input = part(x, from: t * inputs, count: inputs)
      let z = affine(Wz, h, input, bz).differentiableMap(logistic)
      let r = affine(Wr, h, input, br).differentiableMap(logistic)
      let recurrent = product(Wh, hadamard(r, h))
      let a = SolutionsTests.sum(SolutionsTests.sum(recurrent, product(Wx, input)), bh)
      let candidate = a.differentiableMap(hyperbolicTangent)
      let kept = hadamard(z, h)
      let written = hadamard(z.differentiableMap { 1 - $0 }, candidate)
      h = SolutionsTests.sum(kept, written)
      total += inner(h, weights[t])
    }
    return total
  }
}

/// The scores `W [h, x] + b`, with the columns of `W` counted one by one.
@differentiable(reverse)
private func affine(_ W: [Double], _ h: [Double], _ x: [Double], _ b: [Double]) -> [Double] {
  let (hidden, inputs) = withoutDerivative(at: (h.count, x.count))
  var result: [Double] = []
  for row in 0..<withoutDerivative(at: b.count) {
    let start = row * (hidden + inputs)
    var score = b[row]
    for column in 0..<hidden { score += W[start + column] * h[column] }
    for column in 0..<inputs { score += W[start + hidden + column] * x[column] }
    result.append(score)
  }
  return result
}

@Suite struct `The references of 04-long-term agree with Swift's differentiation` {
  @Test(arguments: RecurrentShape.all)
  func `lstm-gates, the states and their derivatives`(shape: RecurrentShape) throws {
    let problem = LSTMProblem(shape)
    let (h, c) = (problem.hiddenWeights.map(\.elements), problem.cellWeights.map(\.elements))
    let (value, gradient) = valueWithGradient(at: LSTM(problem)) { $0.sum(h, c) }
    #expect(Agreement.exact.disagreement(problem.sum, value) == nil)
    #expect(Agreement.exact.disagreement(problem.sumOfSteps, value) == nil)
    let parameters = try centralDifferences(\.p, of: problem, \.sum)
    let initial = try centralDifferences(\.initial, of: problem, \.sumOfSteps)
    let x = try centralDifferences(\.x, of: problem, \.sum)
    let blocks = [
      gradient.Wf, gradient.Wi, gradient.Wo, gradient.Wc, gradient.bf, gradient.bi, gradient.bo, gradient.bc,
      gradient.h, gradient.c, gradient.x,
    ]
    let differences = try ([parameters, initial, x] as [Any]).flatMap { try Value(of: $0).numbers }
    #expect(Agreement.centralDifferences.disagreement(differences, blocks.flatMap(\.base)) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `gru-gates, the states and their derivatives`(shape: RecurrentShape) throws {
    let problem = GRUProblem(shape)
    let weights = problem.weights.map(\.elements)
    let (value, gradient) = valueWithGradient(at: GRU(problem)) { $0.sum(weights) }
    #expect(Agreement.exact.disagreement(problem.sum, value) == nil)
    #expect(Agreement.exact.disagreement(problem.sumOfSteps, value) == nil)
    let parameters = try centralDifferences(\.p, of: problem, \.sum)
    let initial = try centralDifferences(\.h0, of: problem, \.sumOfSteps)
    let x = try centralDifferences(\.x, of: problem, \.sum)
    let blocks = [
      gradient.Wz, gradient.Wr, gradient.bz, gradient.br, gradient.Wh, gradient.Wx, gradient.bh, gradient.h, gradient.x,
    ]
    let differences = try ([parameters, initial, x] as [Any]).flatMap { try Value(of: $0).numbers }
    #expect(Agreement.centralDifferences.disagreement(differences, blocks.flatMap(\.base)) == nil)
  }
}
