// expected: layers-keep-one-step
// mistaken: stackedLayerGradients
// calling: stackedGradients

func stackedLayerGradients(_ da: [Vector], _ x: [Vector], _ h0: Vector, _ h: [Vector]) -> StackLayerGradients {
  var g = StackLayerGradients(
    dWx: .zeros(h0.count, x[0].count), dWh: .zeros(h0.count, h0.count), db: .zeros(h0.count))
  for t in 0..<da.count {
    g.dWx = outer(da[t], x[t])
    g.dWh = outer(da[t], t == 0 ? h0 : h[t - 1])
    g.db = da[t]
  }
  return g
}
