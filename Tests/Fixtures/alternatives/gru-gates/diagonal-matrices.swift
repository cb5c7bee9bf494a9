// Element-wise products are products with diagonal matrices, transposed products take the place of plain ones, and the
// state is changed in place.

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

private func diagonal(_ v: Vector) -> Matrix {
  var matrix = Matrix.identity(v.count)
  for i in v.indices { matrix[i, i] *= v[i] }
  return matrix
}

private func column(_ v: Vector) -> Matrix {
  Matrix(rows: v.count, columns: 1, elements: v.elements)
}

/// The update gate z_t: how much of each entry of the state is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func gruUpdateGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let row = column(concatenate(h, x)).transposed
  return sigmoid((row * p.Wz.transposed)[row: 0] + p.bz)
}

/// The reset gate r_t: how much of each entry of the state the candidate may see.
///
/// `h` is h_{t-1} and `x` is x_t.
func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let row = column(concatenate(h, x)).transposed
  return sigmoid((row * p.Wr.transposed)[row: 0] + p.br)
}

/// The candidate for the new state, between -1 and 1.
///
/// `h` is h_{t-1}, `x` is x_t and `r` is r_t.
func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  tanh((p.Wh * diagonal(r) * column(h) + p.Wx * column(x) + column(p.bh))[column: 0])
}

/// The new state h_t, from the update gate, `h`, which is h_{t-1}, and the candidate.
func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  diagonal(z) * h + (Matrix.identity(z.count) - diagonal(z)) * candidate
}

/// One step: the state h_t after h_{t-1} has met x_t.
func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  func advance(_ state: inout Vector) {
    let r = gruResetGate(state, x, p)
    let z = gruUpdateGate(state, x, p)
    let candidate = gruCandidate(state, x, r, p)
    for i in state.indices {
      state[i] *= z[i]
      state[i] += (1 - z[i]) * candidate[i]
    }
  }
  var next = h
  advance(&next)
  return next
}

/// The T states from h_1 to h_T, without h_0.
func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  (1...x.count).map { steps in x[..<steps].reduce(h0) { gruStep($0, $1, p) } }
}
