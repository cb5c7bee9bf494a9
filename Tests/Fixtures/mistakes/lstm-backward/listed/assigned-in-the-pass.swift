// expected: weights-of-the-last-step-only
// mistaken: lstmBackward

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
    out.dWf = outer(d.daf, joined)
    out.dWi = outer(d.dai, joined)
    out.dWo = outer(d.dao, joined)
    out.dWc = outer(d.dac, joined)
    out.dbf += d.daf
    out.dbi += d.dai
    out.dbo += d.dao
    out.dbc += d.dac
    out.dh0 = lstmHiddenGradient(d, p)
    out.dc0 = lstmCarriedGradient(dc, steps[t].f)
  }
  return out
}
