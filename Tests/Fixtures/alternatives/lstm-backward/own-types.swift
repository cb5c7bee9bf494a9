// Foundation is imported; the weights have methods, and the gradients are added up on the way back.

import Foundation
import LinearAlgebra

// Given: the weights, what a step leaves behind, and the gradients, of H units and inputs of length D.

/// The weights and biases: matrices of H x (H + D) that act on [h, x], biases of length H.
struct LSTMWeights {
  var Wf: Matrix
  var Wi: Matrix
  var Wo: Matrix
  var Wc: Matrix
  var bf: Vector
  var bi: Vector
  var bo: Vector
  var bc: Vector
}

/// What one step has computed, all of length H; `c` and `h` are the new ones, c_t and h_t.
struct LSTMTrace {
  var f: Vector
  var i: Vector
  var o: Vector
  var candidate: Vector
  var c: Vector
  var h: Vector
}

/// The gradients of the four vectors of scores of one step.
struct LSTMScoreGradients {
  var daf: Vector
  var dai: Vector
  var dao: Vector
  var dac: Vector
}

/// The gradient of the loss with respect to each weight, each bias, h_0 and c_0.
struct LSTMGradients {
  var dWf: Matrix
  var dWi: Matrix
  var dWo: Matrix
  var dWc: Matrix
  var dbf: Vector
  var dbi: Vector
  var dbo: Vector
  var dbc: Vector
  var dh0: Vector
  var dc0: Vector
}

extension LSTMWeights {
  fileprivate var zeros: LSTMGradients {
    LSTMGradients(
      dWf: 0 * Wf, dWi: 0 * Wi, dWo: 0 * Wo, dWc: 0 * Wc, dbf: 0 * bf, dbi: 0 * bi, dbo: 0 * bo, dbc: 0 * bc,
      dh0: 0 * bf, dc0: 0 * bf)
  }

  fileprivate func statePart(_ W: Matrix, _ d: Vector) -> Vector { Vector(d.indices.map { dot(W[column: $0], d) }) }
}

private func squash(_ a: Vector) -> Vector { a.map { (1 + Foundation.tanh($0 / 2)) / 2 } }

/// One step forward from h_{t-1}, c_{t-1} and x_t, with all that it has computed.
func lstmTrace(_ h: Vector, _ c: Vector, _ x: Vector, _ p: LSTMWeights) -> LSTMTrace {
  let hx = concatenate(h, x)
  let (f, i, o) = (squash(p.Wf * hx + p.bf), squash(p.Wi * hx + p.bi), squash(p.Wo * hx + p.bo))
  let candidate = (p.bc + p.Wc * hx).map { Foundation.tanh($0) }
  let cell = i .* candidate + f .* c
  return LSTMTrace(f: f, i: i, o: o, candidate: candidate, c: cell, h: o .* cell.map { Foundation.tanh($0) })
}

/// All T steps forward from `h0` and `c0`.
func lstmTraces(_ h0: Vector, _ c0: Vector, _ x: [Vector], _ p: LSTMWeights) -> [LSTMTrace] {
  var (h, c) = (h0, c0)
  var steps: [LSTMTrace] = []
  for input in x {
    let step = lstmTrace(h, c, input, p)
    steps.append(step)
    (h, c) = (step.h, step.c)
  }
  return steps
}

/// The gradient dc_t: from the hidden state (`dh` is dh_t, `c` is c_t), and what comes straight from c_{t+1}.
func lstmCellGradient(_ dh: Vector, _ fromNext: Vector, _ o: Vector, _ c: Vector) -> Vector {
  let squashed = tanh(c)
  let slope = 1 - squashed .* squashed
  let fromHidden = dh .* o .* slope
  return fromHidden + fromNext
}

/// What dc_t sends straight back to c_{t-1}.
func lstmCarriedGradient(_ dc: Vector, _ f: Vector) -> Vector {
  dc .* f
}

/// The gradient of the output gate's scores, from dh_t; `c` is c_t.
func lstmOutputScoreGradient(_ dh: Vector, _ o: Vector, _ c: Vector) -> Vector {
  let dO = dh .* tanh(c)
  return dO .* o .* (1 - o)
}

/// The gradient of the forget gate's scores, from dc_t; `c` is c_{t-1}.
func lstmForgetScoreGradient(_ dc: Vector, _ f: Vector, _ c: Vector) -> Vector {
  let dF = dc .* c
  return dF .* f .* (1 - f)
}

/// The gradient of the input gate's scores, from dc_t.
func lstmInputScoreGradient(_ dc: Vector, _ i: Vector, _ candidate: Vector) -> Vector {
  let dI = dc .* candidate
  return dI .* i .* (1 - i)
}

/// The gradient of the candidate's scores, from dc_t.
func lstmCandidateScoreGradient(_ dc: Vector, _ i: Vector, _ candidate: Vector) -> Vector {
  let dCandidate = dc .* i
  return dCandidate .* (1 - candidate .* candidate)
}

/// The gradients of all scores of one step, from dh_t and dc_t; `c` is c_{t-1}.
func lstmScoreGradients(_ dh: Vector, _ dc: Vector, _ c: Vector, _ step: LSTMTrace) -> LSTMScoreGradients {
  LSTMScoreGradients(
    daf: lstmForgetScoreGradient(dc, step.f, c),
    dai: lstmInputScoreGradient(dc, step.i, step.candidate),
    dao: lstmOutputScoreGradient(dh, step.o, step.c),
    dac: lstmCandidateScoreGradient(dc, step.i, step.candidate))
}

/// What the four vectors of scores send back to h_{t-1}.
func lstmHiddenGradient(_ d: LSTMScoreGradients, _ p: LSTMWeights) -> Vector {
  p.statePart(p.Wc, d.dac) + p.statePart(p.Wo, d.dao) + p.statePart(p.Wi, d.dai) + p.statePart(p.Wf, d.daf)
}

/// The gradient of one of the four matrices: the sum of da_t [h_{t-1}, x_t]^T; `h` runs from h_0 to h_{T-1}.
func lstmWeightGradient(_ da: [Vector], _ h: [Vector], _ x: [Vector]) -> Matrix {
  var dW = Matrix.zeros(da[0].count, h[0].count + x[0].count)
  for t in da.indices {
    dW += outer(da[t], concatenate(h[t], x[t]))
  }
  return dW
}

/// All gradients of a loss whose direct gradient with respect to h_t is `g[t - 1]`: forward, then backward.
func lstmBackward(_ x: [Vector], _ h0: Vector, _ c0: Vector, _ p: LSTMWeights, _ g: [Vector]) -> LSTMGradients {
  let steps = lstmTraces(h0, c0, x, p)
  var sums = p.zeros
  for t in x.indices.reversed() {
    let (h, c) = t == 0 ? (h0, c0) : (steps[t - 1].h, steps[t - 1].c)
    let dh = sums.dh0 + g[t]
    let dc = lstmCellGradient(dh, sums.dc0, steps[t].o, steps[t].c)
    let d = lstmScoreGradients(dh, dc, c, steps[t])
    let hx = concatenate(h, x[t])
    sums.dWf += outer(d.daf, hx)
    sums.dWi += outer(d.dai, hx)
    sums.dWo += outer(d.dao, hx)
    sums.dWc += outer(d.dac, hx)
    sums.dbf += d.daf
    sums.dbi += d.dai
    sums.dbo += d.dao
    sums.dbc += d.dac
    sums.dh0 = lstmHiddenGradient(d, p)
    sums.dc0 = lstmCarriedGradient(dc, steps[t].f)
  }
  return sums
}
