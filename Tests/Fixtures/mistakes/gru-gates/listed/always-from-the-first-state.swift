// expected: state-not-carried
// mistaken: gruSequence

func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wr, p.br, h, x)
}

func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  x.map { gruStep(h0, $0, p) }
}
