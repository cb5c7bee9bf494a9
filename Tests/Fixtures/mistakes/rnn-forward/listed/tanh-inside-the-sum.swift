// expected: state-squashed-again
// mistaken: vanillaPreActivation
// calling: vanillaStep, vanillaStates, vanillaOutputs

func vanillaPreActivation(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  var a = p.bh
  for i in 0..<a.count {
    for j in 0..<h.count { a[i] += p.Wh[i, j] * tanh(h[j]) }
    for j in 0..<x.count { a[i] += p.Wx[i, j] * x[j] }
  }
  return a
}

func vanillaStates(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  var states: [Vector] = []
  var h = h0
  for t in 0..<x.count {
    h = vanillaStep(h, x[t], p)
    states.append(h)
  }
  return states
}
