// expected: weights-see-the-whole-state
// mistaken: droppedGradients

func droppedGradients(
  _ x: [Vector], _ y: [Int], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters
) -> DropoutGradients {
  let h = droppedStates(x, h0, m, p)
  var g = DropoutGradients(
    dWx: 0.0 * p.Wx, dWh: 0.0 * p.Wh, dbh: 0.0 * p.bh, dWy: 0.0 * p.Wy, dby: 0.0 * p.by, dh0: 0.0 * h0)
  for t in x.indices.reversed() {
    let shown = h[t + 1] .* m.my
    var dz = softmax(p.by + p.Wy * shown)
    dz[y[t]] -= 1
    let dh = m.my .* (p.Wy.transposed * dz) + g.dh0
    let da = dh .* (1 - h[t + 1] .* h[t + 1])
    g.dWy += outer(dz, shown)
    g.dby += dz
    g.dWh += outer(da, h[t])
    g.dWx += outer(da, x[t] .* m.mx)
    g.dbh += da
    g.dh0 = m.mh .* (p.Wh.transposed * da)
  }
  return g
}
