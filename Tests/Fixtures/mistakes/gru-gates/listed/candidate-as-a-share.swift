// expected: sigmoid-for-the-candidate
// mistaken: gruCandidate
// calling: gruStep, gruSequence

import LinearAlgebra

struct GRUParameters {
  var Wz: Matrix
  var Wr: Matrix
  var bz: Vector
  var br: Vector
  var Wh: Matrix
  var Wx: Matrix
  var bh: Vector
}

private func gate(_ W: Matrix, _ b: Vector, _ h: Vector, _ x: Vector) -> Vector {
  sigmoid(b + W * concatenate(h, x))
}

func gruUpdateGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wz, p.bz, h, x)
}

func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wr, p.br, h, x)
}

func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  let visible = h .* r
  return sigmoid(p.bh + p.Wx * x + p.Wh * visible)
}

func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  candidate + z .* (h - candidate)
}

func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let candidate = gruCandidate(h, x, gruResetGate(h, x, p), p)
  return gruHidden(gruUpdateGate(h, x, p), h, candidate)
}

func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var h = h0
  return x.map { input in
    h = gruStep(h, input, p)
    return h
  }
}
