// The GRU as the four lectures write it, with W for the matrices on x and U for those on h, as in Notes and Trends.
//
//   h, x         h_{t-1} and x_t          z, r         the gates z_t and r_t
//   keeping      z says what stays        writing      z says what is replaced

import LinearAlgebra

/// The weights and biases of a GRU (given): `W...` are H x D and act on x, `U...` are H x H and act on h.
struct ConventionParameters {
  var Wz: Matrix
  var Uz: Matrix
  var bz: Vector
  var Wr: Matrix
  var Ur: Matrix
  var br: Vector
  var Wh: Matrix
  var Uh: Matrix
  var bh: Vector
}

/// The update and the reset gate, on which the lectures agree.
private func gates(_ h: Vector, _ x: Vector, _ p: ConventionParameters) -> (z: Vector, r: Vector) {
  (sigmoid(p.Wz * x + p.Uz * h + p.bz), sigmoid(p.Wr * x + p.Ur * h + p.br))
}

/// The candidate of Gao, Notes, and Hennebert and Melchior: the reset gate acts on the state, before the product.
func candidateResettingBefore(_ h: Vector, _ x: Vector, _ r: Vector, _ p: ConventionParameters) -> Vector {
  tanh(p.Wh * x + p.Uh * (r .* h) + p.bh)
}

/// The candidate of Trends: the reset gate acts on the product with the state.
func candidateResettingAfter(_ h: Vector, _ x: Vector, _ r: Vector, _ p: ConventionParameters) -> Vector {
  tanh(p.Wh * x + r .* (p.Uh * h) + p.bh)
}

/// The new state of Gao and Trends: z keeps the old state.
func stateKeeping(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  z .* h + (1 - z) .* candidate
}

/// The new state of Notes, and of Hennebert and Melchior: z writes the candidate.
func stateWriting(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  (1 - z) .* h + z .* candidate
}

/// One step in Gao's form: keeping, reset before.
func gaoStep(_ h: Vector, _ x: Vector, _ p: ConventionParameters) -> Vector {
  let (z, r) = gates(h, x, p)
  let candidate = candidateResettingBefore(h, x, r, p)
  return stateKeeping(z, h, candidate)
}

/// One step in Trends' form: keeping, reset after.
func trendsStep(_ h: Vector, _ x: Vector, _ p: ConventionParameters) -> Vector {
  let (z, r) = gates(h, x, p)
  let candidate = candidateResettingAfter(h, x, r, p)
  return stateKeeping(z, h, candidate)
}

/// One step in the form that Notes shares with Hennebert and Melchior: writing, reset before.
func notesStep(_ h: Vector, _ x: Vector, _ p: ConventionParameters) -> Vector {
  let (z, r) = gates(h, x, p)
  let candidate = candidateResettingBefore(h, x, r, p)
  return stateWriting(z, h, candidate)
}

/// The weights with which a form that writes gives the states that a form that keeps gives with `p`, and the reverse.
func withGateReversed(_ p: ConventionParameters) -> ConventionParameters {
  var reversed = p
  reversed.Wz = -p.Wz
  reversed.Uz = -p.Uz
  reversed.bz = -p.bz
  return reversed
}

/// The matrix that acts on [h, x], the state first, as `U` acts on h and `W` on x together.
func joinedMatrix(_ U: Matrix, _ W: Matrix) -> Matrix {
  Matrix((0..<U.rows).map { U[row: $0].elements + W[row: $0].elements })
}

/// What resetting before the product adds to the candidate's scores beyond what resetting after it does.
func resetDifference(_ U: Matrix, _ r: Vector, _ h: Vector) -> Vector {
  U * (r .* h) - r .* (U * h)
}
