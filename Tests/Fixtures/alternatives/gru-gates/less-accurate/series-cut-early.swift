// Less accurate: the exponential in the gates is a power of a short series, (1 + y + y^2 / 2 + y^3 / 6) to the 2^8.

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

private func logistic(_ a: Double) -> Double {
  let y = max(-40, min(40, -a)) / 256
  var power = 1 + y * (1 + y / 2 * (1 + y / 3))
  for _ in 0..<8 { power *= power }
  return 1 / (1 + power)
}

/// The update gate z_t: how much of each entry of the state is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func gruUpdateGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  (p.Wz * concatenate(h, x) + p.bz).map { logistic($0) }
}

/// The reset gate r_t: how much of each entry of the state the candidate may see.
///
/// `h` is h_{t-1} and `x` is x_t.
func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  (p.Wr * concatenate(h, x) + p.br).map { logistic($0) }
}

/// The candidate for the new state, between -1 and 1.
///
/// `h` is h_{t-1}, `x` is x_t and `r` is r_t.
func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  let visible = r .* h
  let recurrent = p.Wh * visible
  let input = p.Wx * x
  let a = recurrent + input + p.bh
  return tanh(a)
}

/// The new state h_t, from the update gate, `h`, which is h_{t-1}, and the candidate.
func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  let kept = z .* h
  let written = (1 - z) .* candidate
  return kept + written
}

/// One step: the state h_t after h_{t-1} has met x_t.
func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let z = gruUpdateGate(h, x, p)
  let r = gruResetGate(h, x, p)
  let candidate = gruCandidate(h, x, r, p)
  return gruHidden(z, h, candidate)
}

/// The T states from h_1 to h_T, without h_0.
func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var h = h0
  var states: [Vector] = []
  for xt in x {
    h = gruStep(h, xt, p)
    states.append(h)
  }
  return states
}
