import LinearAlgebra
import Testing
import _Differentiation

@testable import Solutions

extension GRUProblem {
  fileprivate var backwardWeights: GRUWeights {
    GRUWeights(Wz: p.Wz, Wr: p.Wr, bz: p.bz, br: p.br, Wh: p.Wh, Wx: p.Wx, bh: p.bh)
  }
}

extension LSTMProblem {
  fileprivate var backwardWeights: LSTMWeights {
    LSTMWeights(Wf: p.Wf, Wi: p.Wi, Wo: p.Wo, Wc: p.Wc, bf: p.bf, bi: p.bi, bo: p.bo, bc: p.bc)
  }

  /// The weighted hidden states; the cells count by way of them alone.
  fileprivate var hiddenSum: Double {
    zip(lstmSequence(initial, x, p), hiddenWeights).map { dot($0.h, $1) }.reduce(0, +)
  }
}

@Suite struct `The backward passes of the gated cells` {
  @Test(arguments: RecurrentShape.all)
  func `gru-backward, forward as in gru-gates`(shape: RecurrentShape) {
    let problem = GRUProblem(shape)
    let states = gruTraces(problem.h0, problem.x, problem.backwardWeights).map(\.h)
    #expect(Agreement.exact.disagreement(states, gruSequence(problem.h0, problem.x, problem.p)) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `gru-backward agrees with Swift's differentiation`(shape: RecurrentShape) {
    let problem = GRUProblem(shape)
    let weights = problem.weights.map(\.elements)
    let d = gradient(at: GRU(problem)) { $0.sum(weights) }
    let (H, D) = (shape.units, shape.inputs)
    let expected = GRUGradients(
      dWz: Matrix(rows: H, columns: H + D, elements: d.Wz.base),
      dWr: Matrix(rows: H, columns: H + D, elements: d.Wr.base), dbz: Vector(d.bz.base), dbr: Vector(d.br.base),
      dWh: Matrix(rows: H, columns: H, elements: d.Wh.base), dWx: Matrix(rows: H, columns: D, elements: d.Wx.base),
      dbh: Vector(d.bh.base), dh0: Vector(d.h.base))
    let gradients = gruBackward(problem.x, problem.h0, problem.backwardWeights, problem.weights)
    #expect(Agreement.exact.disagreement(gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `gru-backward agrees with central differences`(shape: RecurrentShape) throws {
    let problem = GRUProblem(shape)
    let expected = GRUGradients(
      dWz: try centralDifferences(\.p.Wz, of: problem, \.sum), dWr: try centralDifferences(\.p.Wr, of: problem, \.sum),
      dbz: try centralDifferences(\.p.bz, of: problem, \.sum), dbr: try centralDifferences(\.p.br, of: problem, \.sum),
      dWh: try centralDifferences(\.p.Wh, of: problem, \.sum), dWx: try centralDifferences(\.p.Wx, of: problem, \.sum),
      dbh: try centralDifferences(\.p.bh, of: problem, \.sum), dh0: try centralDifferences(\.h0, of: problem, \.sum))
    let gradients = gruBackward(problem.x, problem.h0, problem.backwardWeights, problem.weights)
    #expect(Agreement.centralDifferences.disagreement(gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `lstm-backward, forward as in lstm-gates`(shape: RecurrentShape) {
    let problem = LSTMProblem(shape)
    let traces = lstmTraces(problem.initial.h, problem.initial.c, problem.x, problem.backwardWeights)
    let states = traces.map { LSTMState(h: $0.h, c: $0.c) }
    #expect(Agreement.exact.disagreement(states, lstmSequence(problem.initial, problem.x, problem.p)) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `lstm-backward agrees with Swift's differentiation`(shape: RecurrentShape) {
    let problem = LSTMProblem(shape)
    let weights = problem.hiddenWeights.map(\.elements)
    let none = weights.map { $0.map { _ in 0.0 } }
    let d = gradient(at: LSTM(problem)) { $0.sum(weights, none) }
    let (H, D) = (shape.units, shape.inputs)
    func matrix(_ elements: [Double]) -> Matrix { Matrix(rows: H, columns: H + D, elements: elements) }
    let expected = LSTMGradients(
      dWf: matrix(d.Wf.base), dWi: matrix(d.Wi.base), dWo: matrix(d.Wo.base), dWc: matrix(d.Wc.base),
      dbf: Vector(d.bf.base), dbi: Vector(d.bi.base), dbo: Vector(d.bo.base), dbc: Vector(d.bc.base),
      dh0: Vector(d.h.base), dc0: Vector(d.c.base))
    let gradients = lstmBackward(
      problem.x, problem.initial.h, problem.initial.c, problem.backwardWeights, problem.hiddenWeights)
    #expect(Agreement.exact.disagreement(gradients, expected) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `lstm-backward agrees with central differences`(shape: RecurrentShape) throws {
    let problem = LSTMProblem(shape)
    func differences<Part>(_ path: WritableKeyPath<LSTMProblem, Part>) throws -> Part {
      try centralDifferences(path, of: problem, \.hiddenSum)
    }
    let expected = LSTMGradients(
      dWf: try differences(\.p.Wf), dWi: try differences(\.p.Wi), dWo: try differences(\.p.Wo),
      dWc: try differences(\.p.Wc), dbf: try differences(\.p.bf), dbi: try differences(\.p.bi),
      dbo: try differences(\.p.bo), dbc: try differences(\.p.bc), dh0: try differences(\.initial.h),
      dc0: try differences(\.initial.c))
    let gradients = lstmBackward(
      problem.x, problem.initial.h, problem.initial.c, problem.backwardWeights, problem.hiddenWeights)
    #expect(Agreement.centralDifferences.disagreement(gradients, expected) == nil)
  }
}
