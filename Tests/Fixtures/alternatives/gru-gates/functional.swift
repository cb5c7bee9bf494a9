// No loop and no variable: map, zip and reduce.

import LinearAlgebra

/// The weights and biases of a GRU (given).
///
/// `Wz` and `Wr` act on [h, x] and are H x (H + D); `Wh` is H x H, `Wx` is H x D, and the biases have length H.
struct GRUParameters {
  var Wz: Matrix
  var Wr: Matrix
  var bz: Vector
  var br: Vector
  var Wh: Matrix
  var Wx: Matrix
  var bh: Vector
}

private func gate(_ W: Matrix, _ b: Vector, _ input: Vector) -> Vector {
  Vector(b.indices.map { sigmoid(zip(W[row: $0], input).map(*).reduce(b[$0], +)) })
}

/// The update gate z_t: how much of each entry of the state is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func gruUpdateGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wz, p.bz, concatenate(h, x))
}

/// The reset gate r_t: how much of each entry of the state the candidate may see.
///
/// `h` is h_{t-1} and `x` is x_t.
func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gate(p.Wr, p.br, concatenate(h, x))
}

/// The candidate for the new state, between -1 and 1.
///
/// `h` is h_{t-1}, `x` is x_t and `r` is r_t.
func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  Vector(
    p.bh.enumerated().map { i, bias in
      tanh(dot(p.Wh[row: i], Vector(zip(r, h).map(*))) + dot(p.Wx[row: i], x) + bias)
    })
}

/// The new state h_t, from the update gate, `h`, which is h_{t-1}, and the candidate.
func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  Vector(zip(z, zip(h, candidate)).map { z, pair in z * pair.0 + (1 - z) * pair.1 })
}

/// One step: the state h_t after h_{t-1} has met x_t.
func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gruHidden(gruUpdateGate(h, x, p), h, gruCandidate(h, x, gruResetGate(h, x, p), p))
}

/// The T states from h_1 to h_T, without h_0.
func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  x.reduce(into: []) { $0.append(gruStep($0.last ?? h0, $1, p)) }
}
