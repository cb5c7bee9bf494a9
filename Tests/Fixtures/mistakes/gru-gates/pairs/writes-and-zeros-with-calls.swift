// expected: update-gate-writes, initial-state-ignored
// mistaken: gruHidden, gruSequence
// calling: gruStep

func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wr, p.br, h, x)
}

func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  (1 - z) .* h + z .* candidate
}

func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var h = Vector.zeros(h0.count)
  return x.map { input in
    h = gruStep(h, input, p)
    return h
  }
}
