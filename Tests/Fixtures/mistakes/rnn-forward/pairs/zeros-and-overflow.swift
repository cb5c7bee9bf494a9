// expected: sequence-starts-from-zeros, softmax-overflows
// mistaken: vanillaStates, nextWordDistribution
// calling: vanillaOutputs

func nextWordDistribution(_ h: Vector, _ p: VanillaParameters) -> Vector {
  var z = p.by
  for v in 0..<z.count {
    for j in 0..<h.count { z[v] += p.Wy[v, j] * h[j] }
  }
  var total = 0.0
  for v in 0..<z.count {
    z[v] = exp(z[v])
    total += z[v]
  }
  return z / total
}

func vanillaStates(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  var states: [Vector] = []
  var h = Vector.zeros(h0.count)
  for t in 0..<x.count {
    h = vanillaStep(h, x[t], p)
    states.append(h)
  }
  return states
}
