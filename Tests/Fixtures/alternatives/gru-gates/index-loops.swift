// Every product is a loop over indices; the concatenation is never built.

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

/// The update gate z_t: how much of each entry of the state is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func gruUpdateGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  var z = p.bz
  for i in 0..<z.count {
    for j in 0..<h.count { z[i] += p.Wz[i, j] * h[j] }
    for j in 0..<x.count { z[i] += p.Wz[i, h.count + j] * x[j] }
    z[i] = sigmoid(z[i])
  }
  return z
}

/// The reset gate r_t: how much of each entry of the state the candidate may see.
///
/// `h` is h_{t-1} and `x` is x_t.
func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  var r = p.br
  for i in 0..<r.count {
    for j in 0..<h.count { r[i] += p.Wr[i, j] * h[j] }
    for j in 0..<x.count { r[i] += p.Wr[i, h.count + j] * x[j] }
    r[i] = sigmoid(r[i])
  }
  return r
}

/// The candidate for the new state, between -1 and 1.
///
/// `h` is h_{t-1}, `x` is x_t and `r` is r_t.
func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  var candidate = Vector.zeros(h.count)
  for i in 0..<h.count {
    var a = 0.0
    for j in 0..<h.count { a += p.Wh[i, j] * r[j] * h[j] }
    for j in 0..<x.count { a += p.Wx[i, j] * x[j] }
    candidate[i] = tanh(a + p.bh[i])
  }
  return candidate
}

/// The new state h_t, from the update gate, `h`, which is h_{t-1}, and the candidate.
func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  var next = Vector.zeros(h.count)
  for i in 0..<h.count { next[i] = z[i] * h[i] + (1 - z[i]) * candidate[i] }
  return next
}

/// One step: the state h_t after h_{t-1} has met x_t.
func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  let r = gruResetGate(h, x, p)
  let candidate = gruCandidate(h, x, r, p)
  let z = gruUpdateGate(h, x, p)
  return gruHidden(z, h, candidate)
}

/// The T states from h_1 to h_T, without h_0.
func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  var h = [h0]
  for t in 0..<x.count { h.append(gruStep(h[t], x[t], p)) }
  h.removeFirst()
  return h
}
