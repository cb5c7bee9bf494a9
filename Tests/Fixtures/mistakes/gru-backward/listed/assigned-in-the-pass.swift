// expected: gate-weights-overwritten
// mistaken: gruBackward

func gruBackward(_ x: [Vector], _ h0: Vector, _ p: GRUWeights, _ g: [Vector]) -> GRUGradients {
  let H = h0.count
  let steps = gruTraces(h0, x, p)
  var out = GRUGradients(
    dWz: .zeros(H, H + x[0].count), dWr: .zeros(H, H + x[0].count), dbz: .zeros(H), dbr: .zeros(H),
    dWh: .zeros(H, H), dWx: .zeros(H, x[0].count), dbh: .zeros(H), dh0: .zeros(H))
  for t in x.indices.reversed() {
    let before = t == 0 ? h0 : steps[t - 1].h
    let dh = out.dh0 + g[t]
    let d = gruScoreGradients(dh, before, steps[t], p)
    let joined = concatenate(before, x[t])
    out.dWz = outer(d.daz, joined)
    out.dWr = outer(d.dar, joined)
    out.dbz += d.daz
    out.dbr += d.dar
    out.dWh += outer(d.dac, steps[t].r .* before)
    out.dWx += outer(d.dac, x[t])
    out.dbh += d.dac
    out.dh0 = gruPreviousGradient(dh, steps[t], d, p)
  }
  return out
}
