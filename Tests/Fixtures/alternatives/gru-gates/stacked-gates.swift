// Both gates come from one product with the stacked matrices, and the candidate from one product on [r .* h, x].

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

private func gates(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> (z: Vector, r: Vector) {
  let H = h.count
  let W = Matrix(rows: 2 * H, columns: p.Wz.columns, elements: p.Wz.elements + p.Wr.elements)
  let both = sigmoid(W * concatenate(h, x) + concatenate(p.bz, p.br))
  return (Vector(both[..<H]), Vector(both[H...]))
}

/// The update gate z_t: how much of each entry of the state is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func gruUpdateGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gates(h, x, p).z
}

/// The reset gate r_t: how much of each entry of the state the candidate may see.
///
/// `h` is h_{t-1} and `x` is x_t.
func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  gates(h, x, p).r
}

/// The candidate for the new state, between -1 and 1.
///
/// `h` is h_{t-1}, `x` is x_t and `r` is r_t.
func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  var W = Matrix.zeros(p.Wh.rows, h.count + x.count)
  for j in h.indices { W[column: j] = p.Wh[column: j] }
  for j in x.indices { W[column: h.count + j] = p.Wx[column: j] }
  return tanh(W * concatenate(r .* h, x) + p.bh)
}

/// The new state h_t, from the update gate, `h`, which is h_{t-1}, and the candidate.
func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  h - (1 - z) .* (h - candidate)
}

/// One step: the state h_t after h_{t-1} has met x_t.
func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let (z, r) = gates(h, x, p)
  return gruHidden(z, h, gruCandidate(h, x, r, p))
}

/// The T states from h_1 to h_T, without h_0.
func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var states: [Vector] = []
  states.reserveCapacity(x.count)
  for input in x { states.append(gruStep(states.last ?? h0, input, p)) }
  return states
}
