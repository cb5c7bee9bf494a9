// The concatenation is split into blocks of columns, and the new state is an interpolation: the candidate, moved
// towards the old state by z.

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

/// The product of `v` and the columns of `W` from `first` on.
private func block(_ W: Matrix, from first: Int, times v: Vector) -> Vector {
  v.indices.reduce(Vector.zeros(W.rows)) { $0 + v[$1] * W[column: first + $1] }
}

/// The update gate z_t: how much of each entry of the state is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func gruUpdateGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  sigmoid(block(p.Wz, from: 0, times: h) + block(p.Wz, from: h.count, times: x) + p.bz)
}

/// The reset gate r_t: how much of each entry of the state the candidate may see.
///
/// `h` is h_{t-1} and `x` is x_t.
func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  sigmoid(block(p.Wr, from: 0, times: h) + block(p.Wr, from: h.count, times: x) + p.br)
}

/// The candidate for the new state, between -1 and 1.
///
/// `h` is h_{t-1}, `x` is x_t and `r` is r_t.
func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  // Resetting the state is the same as scaling the matrix's columns.
  var Wh = p.Wh
  for j in 0..<Wh.columns { Wh[column: j] = r[j] * Wh[column: j] }
  return tanh(Wh * h + p.Wx * x + p.bh)
}

/// The new state h_t, from the update gate, `h`, which is h_{t-1}, and the candidate.
func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  candidate + z .* (h - candidate)
}

/// One step: the state h_t after h_{t-1} has met x_t.
func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gruHidden(gruUpdateGate(h, x, p), h, gruCandidate(h, x, gruResetGate(h, x, p), p))
}

/// The T states from h_1 to h_T, without h_0.
func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var h = h0
  return x.map {
    h = gruStep(h, $0, p)
    return h
  }
}
