// The backward pass is a recursion: a step asks the steps behind it for their gradients and adds its own.

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

/// One step forward from h_{t-1}, c_{t-1} and x_t, with all that it has computed.
func lstmTrace(_ h: Vector, _ c: Vector, _ x: Vector, _ p: LSTMWeights) -> LSTMTrace {
  let hx = concatenate(h, x)
  let f = sigmoid(p.Wf * hx + p.bf)
  let i = sigmoid(p.Wi * hx + p.bi)
  let o = sigmoid(p.Wo * hx + p.bo)
  let candidate = tanh(p.Wc * hx + p.bc)
  let cell = f .* c + i .* candidate
  return LSTMTrace(f: f, i: i, o: o, candidate: candidate, c: cell, h: o .* tanh(cell))
}

/// All T steps forward from `h0` and `c0`.
func lstmTraces(_ h0: Vector, _ c0: Vector, _ x: [Vector], _ p: LSTMWeights) -> [LSTMTrace] {
  guard let first = x.first else { return [] }
  let step = lstmTrace(h0, c0, first, p)
  return [step] + lstmTraces(step.h, step.c, Array(x.dropFirst()), p)
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
  let gates = p.Wf.transposed * d.daf + p.Wi.transposed * d.dai + p.Wo.transposed * d.dao
  let all = gates + p.Wc.transposed * d.dac
  return Vector(all.prefix(d.daf.count))
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
  let step = lstmTrace(h0, c0, x[0], p)
  var (dh, carried) = (g[0], Vector.zeros(c0.count))
  var rest: LSTMGradients?
  if x.count > 1 {
    let later = lstmBackward(Array(x.dropFirst()), step.h, step.c, p, Array(g.dropFirst()))
    dh += later.dh0
    carried = later.dc0
    rest = later
  }
  let dc = lstmCellGradient(dh, carried, step.o, step.c)
  let d = lstmScoreGradients(dh, dc, c0, step)
  let hx = concatenate(h0, x[0])
  var all = LSTMGradients(
    dWf: outer(d.daf, hx), dWi: outer(d.dai, hx), dWo: outer(d.dao, hx), dWc: outer(d.dac, hx), dbf: d.daf, dbi: d.dai,
    dbo: d.dao, dbc: d.dac, dh0: lstmHiddenGradient(d, p), dc0: lstmCarriedGradient(dc, step.f))
  if let rest {
    all.dWf += rest.dWf
    all.dWi += rest.dWi
    all.dWo += rest.dWo
    all.dWc += rest.dWc
    all.dbf += rest.dbf
    all.dbi += rest.dbi
    all.dbo += rest.dbo
    all.dbc += rest.dbc
  }
  return all
}
