// expected: none
// mistaken: gruSequence

func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wr, p.br, h, x)
}

func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var h = h0
  let states = x.map { input in
    h = gruStep(h, input, p)
    return h
  }
  return states.reversed()
}
