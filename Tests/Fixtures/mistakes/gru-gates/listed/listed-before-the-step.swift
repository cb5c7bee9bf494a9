// expected: initial-state-included
// mistaken: gruSequence

func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wr, p.br, h, x)
}

func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var h = h0
  var states: [Vector] = []
  for input in x {
    states.append(h)
    h = gruStep(h, input, p)
  }
  return states
}
