// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

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

struct LSTMTrace {
  var f: Vector
  var i: Vector
  var o: Vector
  var candidate: Vector
  var c: Vector
  var h: Vector
}

struct LSTMScoreGradients {
  var daf: Vector
  var dai: Vector
  var dao: Vector
  var dac: Vector
}

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

func lstmTrace(_ h: Vector, _ c: Vector, _ x: Vector, _ p: LSTMWeights) -> LSTMTrace {
  let hx = concatenate(h, x)
  let f = sigmoid(p.bf + p.Wf * hx)
  let i = sigmoid(p.bi + p.Wi * hx)
  let o = sigmoid(p.bo + p.Wo * hx)
  let candidate = tanh(p.bc + p.Wc * hx)
  let new = candidate .* i + c .* f
  return LSTMTrace(f: f, i: i, o: o, candidate: candidate, c: new, h: tanh(new) .* o)
}

func lstmTraces(_ h0: Vector, _ c0: Vector, _ x: [Vector], _ p: LSTMWeights) -> [LSTMTrace] {
  var traces: [LSTMTrace] = []
  for input in x {
    let h = traces.last?.h ?? h0
    let c = traces.last?.c ?? c0
    traces.append(lstmTrace(h, c, input, p))
  }
  return traces
}

func lstmCellGradient(_ dh: Vector, _ fromNext: Vector, _ o: Vector, _ c: Vector) -> Vector {
  var dc = fromNext
  for k in dc.indices {
    let s = tanh(c[k])
    dc[k] += dh[k] * o[k] * (1 - s) * (1 + s)
  }
  return dc
}

func lstmCarriedGradient(_ dc: Vector, _ f: Vector) -> Vector {
  var back = dc
  for k in back.indices { back[k] *= f[k] }
  return back
}

func lstmOutputScoreGradient(_ dh: Vector, _ o: Vector, _ c: Vector) -> Vector {
  var a = dh
  for k in a.indices { a[k] *= tanh(c[k]) * o[k] * (1 - o[k]) }
  return a
}

func lstmForgetScoreGradient(_ dc: Vector, _ f: Vector, _ c: Vector) -> Vector {
  var a = dc
  for k in a.indices { a[k] *= c[k] * f[k] * (1 - f[k]) }
  return a
}

func lstmInputScoreGradient(_ dc: Vector, _ i: Vector, _ candidate: Vector) -> Vector {
  var a = dc
  for k in a.indices { a[k] *= candidate[k] * i[k] * (1 - i[k]) }
  return a
}

func lstmCandidateScoreGradient(_ dc: Vector, _ i: Vector, _ candidate: Vector) -> Vector {
  var a = dc
  for k in a.indices { a[k] *= i[k] * (1 - candidate[k] * candidate[k]) }
  return a
}

func lstmScoreGradients(_ dh: Vector, _ dc: Vector, _ c: Vector, _ step: LSTMTrace) -> LSTMScoreGradients {
  let daf = dc .* c .* step.f .* (1 - step.f)
  let dai = dc .* step.candidate .* step.i .* (1 - step.i)
  let dao = dh .* tanh(step.c) .* step.o .* (1 - step.o)
  let dac = dc .* step.i .* (1 - step.candidate .* step.candidate)
  return LSTMScoreGradients(daf: daf, dai: dai, dao: dao, dac: dac)
}

func lstmHiddenGradient(_ d: LSTMScoreGradients, _ p: LSTMWeights) -> Vector {
  var back = Vector.zeros(d.daf.count)
  for j in back.indices {
    for k in back.indices {
      back[j] += p.Wf[k, j] * d.daf[k] + p.Wi[k, j] * d.dai[k]
      back[j] += p.Wo[k, j] * d.dao[k] + p.Wc[k, j] * d.dac[k]
    }
  }
  return back
}

func lstmWeightGradient(_ da: [Vector], _ h: [Vector], _ x: [Vector]) -> Matrix {
  var dW = Matrix.zeros(h[0].count, h[0].count + x[0].count)
  for t in da.indices { dW += outer(da[t], concatenate(h[t], x[t])) }
  return dW
}

func lstmBackward(_ x: [Vector], _ h0: Vector, _ c0: Vector, _ p: LSTMWeights, _ g: [Vector]) -> LSTMGradients {
  let H = h0.count
  let W = Matrix.zeros(H, H + x[0].count)
  let v = Vector.zeros(H)
  var out = LSTMGradients(
    dWf: W, dWi: W, dWo: W, dWc: W, dbf: v, dbi: v, dbo: v, dbc: v, dh0: v, dc0: v)
  let steps = lstmTraces(h0, c0, x, p)
  for t in x.indices.reversed() {
    let h = t == 0 ? h0 : steps[t - 1].h
    let c = t == 0 ? c0 : steps[t - 1].c
    let dh = g[t] + out.dh0
    let dc = lstmCellGradient(dh, out.dc0, steps[t].o, steps[t].c)
    let d = lstmScoreGradients(dh, dc, c, steps[t])
    let joined = concatenate(h, x[t])
    out.dWf += outer(d.daf, joined)
    out.dWi += outer(d.dai, joined)
    out.dWo += outer(d.dao, joined)
    out.dWc += outer(d.dac, joined)
    out.dbf += d.daf
    out.dbi += d.dai
    out.dbo += d.dao
    out.dbc += d.dac
    out.dh0 = lstmHiddenGradient(d, p)
    out.dc0 = lstmCarriedGradient(dc, steps[t].f)
  }
  return out
}
