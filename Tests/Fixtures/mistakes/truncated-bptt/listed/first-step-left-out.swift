// expected: carried-state-held-to-be-zero
// mistaken: chunkGradients
// calling: truncatedBPTT

func chunkGradients(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> ChunkGradients {
  let h = chunkStates(x, start, p)
  var dz: [Vector] = []
  for t in 0..<x.count {
    var d = softmax(p.Wy * h[t + 1] + p.by)
    d[y[t]] -= 1
    dz.append(d)
  }
  let da = chunkPreActivationGradients(dz, h, p)
  var g = ChunkGradients(dWx: 0 * p.Wx, dWh: 0 * p.Wh, dbh: 0 * p.bh, dWy: 0 * p.Wy, dby: 0 * p.by)
  for t in 0..<x.count {
    g.dWx += outer(da[t], x[t])
    if t > 0 { g.dWh += outer(da[t], h[t]) }
    g.dbh += da[t]
    g.dWy += outer(dz[t], h[t + 1])
    g.dby += dz[t]
  }
  return g
}
