// expected: reset-state-kept
// mistaken: gruStep
// calling: gruSequence

func gruUpdateGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  var z = p.bz
  for unit in z.indices {
    for k in h.indices { z[unit] += p.Wz[unit, k] * h[k] }
    for k in x.indices { z[unit] += p.Wz[unit, h.count + k] * x[k] }
  }
  return z.map { 1 / (1 + exp(-$0)) }
}

func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  var content = p.bh
  for unit in content.indices {
    for k in h.indices { content[unit] += p.Wh[unit, k] * r[k] * h[k] }
    for k in x.indices { content[unit] += p.Wx[unit, k] * x[k] }
    content[unit] = tanh(content[unit])
  }
  return content
}

func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  var new = h
  for k in new.indices { new[k] = z[k] * h[k] + (1 - z[k]) * candidate[k] }
  return new
}

func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let joined = concatenate(h, x)
  let z = sigmoid(p.Wz * joined + p.bz)
  let kept = sigmoid(p.Wr * joined + p.br) .* h
  let candidate = tanh(p.Wh * kept + p.Wx * x + p.bh)
  return z .* kept + (1 - z) .* candidate
}
