// expected: gate-biases-left-out, reset-unused
// mistaken: gruUpdateGate, gruResetGate, gruCandidate
// calling: gruStep, gruSequence

private func gate(_ W: Matrix, _ b: Vector, _ h: Vector, _ x: Vector) -> Vector {
  sigmoid(W * concatenate(h, x))
}

func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wr, p.br, h, x)
}

func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  tanh(p.bh + p.Wx * x + p.Wh * h)
}

func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var h = h0
  return x.map { input in
    h = gruStep(h, input, p)
    return h
  }
}
