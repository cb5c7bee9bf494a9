// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

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
  var r = p.br
  for unit in r.indices {
    for k in h.indices { r[unit] += p.Wr[unit, k] * h[k] }
    for k in x.indices { r[unit] += p.Wr[unit, h.count + k] * x[k] }
  }
  return r.map { 1 / (1 + exp(-$0)) }
}

func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  let visible = h .* r
  return tanh(p.bh + p.Wx * x + p.Wh * visible)
}

func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  candidate + z .* (h - candidate)
}

func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let candidate = gruCandidate(h, x, gruResetGate(h, x, p), p)
  return gruHidden(gruUpdateGate(h, x, p), h, candidate)
}

func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var states = [h0]
  for t in 0..<x.count { states.append(gruStep(states[t], x[t], p)) }
  return Array(states.dropFirst())
}
