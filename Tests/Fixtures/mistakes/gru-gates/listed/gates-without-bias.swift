// expected: gate-biases-left-out
// mistaken: gruUpdateGate, gruResetGate
// calling: gruStep, gruSequence

private func gate(_ W: Matrix, _ b: Vector, _ h: Vector, _ x: Vector) -> Vector {
  sigmoid(W * concatenate(h, x))
}

func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wr, p.br, h, x)
}

func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var h = h0
  return x.map { input in
    h = gruStep(h, input, p)
    return h
  }
}
