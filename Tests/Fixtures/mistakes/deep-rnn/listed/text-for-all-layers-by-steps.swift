// expected: every-layer-reads-the-text
// mistaken: stackedStates
// calling: stackedLoss, stackedGradients

func stackedStates(_ x: [Vector], _ h0: [Vector], _ layers: [StackLayer]) -> [[Vector]] {
  var states = Array(repeating: [Vector](), count: layers.count)
  for t in 0..<x.count {
    for l in 0..<layers.count {
      let before = t == 0 ? h0[l] : states[l][t - 1]
      states[l].append(tanh(layers[l].Wh * before + layers[l].Wx * x[t] + layers[l].b))
    }
  }
  return states
}

func stackedLayerGradients(_ da: [Vector], _ x: [Vector], _ h0: Vector, _ h: [Vector]) -> StackLayerGradients {
  var g = StackLayerGradients(
    dWx: .zeros(h0.count, x[0].count), dWh: .zeros(h0.count, h0.count), db: .zeros(h0.count))
  for t in 0..<da.count {
    g.dWx += outer(da[t], x[t])
    g.dWh += outer(da[t], t == 0 ? h0 : h[t - 1])
    g.db += da[t]
  }
  return g
}
