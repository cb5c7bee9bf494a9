// expected: none
// mistaken: preActivationGradient

func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  var da = dh
  for k in da.indices { da[k] *= (1 - h[k]) * (1 - h[k]) }
  return da
}

func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  let (H, D, V) = (h0.count, p.Wx.columns, p.by.count)
  var h = [h0]
  for input in x { h.append(tanh(p.Wx * input + p.Wh * h[h.count - 1] + p.bh)) }
  var g = RNNGradients(
    dWx: Matrix.zeros(H, D), dWh: Matrix.zeros(H, H), dbh: Vector.zeros(H), dWy: Matrix.zeros(V, H),
    dby: Vector.zeros(V), dh0: Vector.zeros(H))
  var fromTheFuture = Vector.zeros(H)
  for t in x.indices.reversed() {
    var dz = softmax(p.Wy * h[t + 1] + p.by)
    dz[y[t]] -= 1
    let dh = p.Wy.transposed * dz + fromTheFuture
    let da = dh .* (1 - h[t + 1] .* h[t + 1])
    g.dWy += outer(dz, h[t + 1])
    g.dby += dz
    g.dWh += outer(da, h[t])
    g.dWx += outer(da, x[t])
    g.dbh += da
    fromTheFuture = p.Wh.transposed * da
  }
  g.dh0 = fromTheFuture
  return g
}
