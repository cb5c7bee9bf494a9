// expected: none
// mistaken: gruResetGate
// calling: gruStep, gruSequence

func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wz, p.bz, h, x)
}

func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var h = h0
  return x.map { input in
    h = gruStep(h, input, p)
    return h
  }
}
