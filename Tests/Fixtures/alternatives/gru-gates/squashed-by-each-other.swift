// The logistic function comes from the tanh and the tanh from the logistic function; sums run backwards, and time is
// walked by recursion.

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

private func backwards(_ W: Matrix, _ v: Vector) -> Vector {
  var product = Vector.zeros(W.rows)
  for i in 0..<W.rows {
    for j in (0..<W.columns).reversed() { product[i] += W[i, j] * v[j] }
  }
  return product
}

/// The update gate z_t: how much of each entry of the state is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func gruUpdateGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let a = backwards(p.Wz, concatenate(h, x)) + p.bz
  return (1 + tanh(a / 2)) / 2
}

/// The reset gate r_t: how much of each entry of the state the candidate may see.
///
/// `h` is h_{t-1} and `x` is x_t.
func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let a = backwards(p.Wr, concatenate(h, x)) + p.br
  return a.map { 1 / (1 + exp(-$0)) }
}

/// The candidate for the new state, between -1 and 1.
///
/// `h` is h_{t-1}, `x` is x_t and `r` is r_t.
func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  let a = p.bh + backwards(p.Wx, x) + backwards(p.Wh, h .* r)
  return a.map { sigmoid(2 * $0) * 2 - 1 }
}

/// The new state h_t, from the update gate, `h`, which is h_{t-1}, and the candidate.
func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  let written = candidate - z .* candidate
  return written + z .* h
}

/// One step: the state h_t after h_{t-1} has met x_t.
func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let z = gruUpdateGate(h, x, p)
  let r = gruResetGate(h, x, p)
  return gruHidden(z, h, gruCandidate(h, x, r, p))
}

/// The T states from h_1 to h_T, without h_0.
func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  if x.isEmpty { return [] }
  let h1 = gruStep(h0, x[0], p)
  return [h1] + gruSequence(h1, Array(x[1...]), p)
}
