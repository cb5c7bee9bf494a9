// The four matrices are stacked, and so are the four gradients of scores.

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

private func stacked(_ p: LSTMWeights) -> Matrix {
  Matrix(
    rows: 4 * p.Wf.rows, columns: p.Wf.columns,
    elements: p.Wf.elements + p.Wi.elements + p.Wo.elements + p.Wc.elements)
}

private func parts(_ v: Vector) -> [Vector] {
  let H = v.count / 4
  return (0..<4).map { Vector(v[$0 * H..<($0 + 1) * H]) }
}

private func joined(_ d: LSTMScoreGradients) -> Vector {
  concatenate(concatenate(d.daf, d.dai), concatenate(d.dao, d.dac))
}

/// One step forward from h_{t-1}, c_{t-1} and x_t, with all that it has computed.
func lstmTrace(_ h: Vector, _ c: Vector, _ x: Vector, _ p: LSTMWeights) -> LSTMTrace {
  let b = concatenate(concatenate(p.bf, p.bi), concatenate(p.bo, p.bc))
  let a = parts(stacked(p) * concatenate(h, x) + b)
  let (f, i, o, candidate) = (sigmoid(a[0]), sigmoid(a[1]), sigmoid(a[2]), tanh(a[3]))
  let cell = f .* c + i .* candidate
  return LSTMTrace(f: f, i: i, o: o, candidate: candidate, c: cell, h: o .* tanh(cell))
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
  Vector((stacked(p).transposed * joined(d)).prefix(d.daf.count))
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
  let h = [h0] + steps.dropLast().map { $0.h }
  let c = [c0] + steps.dropLast().map { $0.c }

  var dh = Vector.zeros(h0.count)  // nothing follows the last step
  var carried = Vector.zeros(c0.count)
  var scores: [LSTMScoreGradients] = []
  for t in x.indices.reversed() {
    dh += g[t]
    let dc = lstmCellGradient(dh, carried, steps[t].o, steps[t].c)
    let d = lstmScoreGradients(dh, dc, c[t], steps[t])
    dh = lstmHiddenGradient(d, p)
    carried = lstmCarriedGradient(dc, steps[t].f)
    scores.append(d)
  }
  scores.reverse()

  let (daf, dai) = (scores.map { $0.daf }, scores.map { $0.dai })
  let (dao, dac) = (scores.map { $0.dao }, scores.map { $0.dac })
  return LSTMGradients(
    dWf: lstmWeightGradient(daf, h, x),
    dWi: lstmWeightGradient(dai, h, x),
    dWo: lstmWeightGradient(dao, h, x),
    dWc: lstmWeightGradient(dac, h, x),
    dbf: total(daf),
    dbi: total(dai),
    dbo: total(dao),
    dbc: total(dac),
    dh0: dh,
    dc0: carried)
}

/// The sum of the vectors.
private func total(_ d: [Vector]) -> Vector {
  d.dropFirst().reduce(d[0], +)
}
