// expected: update-gate-writes, reset-after-product
// mistaken: gruCandidate, gruHidden

func gruUpdateGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  var z = p.bz
  for unit in z.indices {
    for k in h.indices { z[unit] += p.Wz[unit, k] * h[k] }
    for k in x.indices { z[unit] += p.Wz[unit, h.count + k] * x[k] }
  }
  return z.map { 1 / (1 + exp(-$0)) }
}

func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  let fromState = p.Wh * h
  let fromInput = p.Wx * x
  return Vector(h.indices.map { tanh(r[$0] * fromState[$0] + fromInput[$0] + p.bh[$0]) })
}

func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  var new = h
  for k in new.indices { new[k] = (1 - z[k]) * h[k] + z[k] * candidate[k] }
  return new
}

func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let joined = concatenate(h, x)
  let z = sigmoid(p.Wz * joined + p.bz)
  let r = sigmoid(p.Wr * joined + p.br)
  let candidate = tanh(p.Wh * (r .* h) + p.Wx * x + p.bh)
  return z .* h + (1 - z) .* candidate
}
