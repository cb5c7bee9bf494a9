// Every product is a loop over indices, and the new states move from one vector towards the other.

import LinearAlgebra

// Given: the weights and biases of H units and inputs of length D, in the three ways in which the lectures hold them.

/// The parameters of Gao: `Wz` and `Wr` act on [h, x] and are H x (H + D), `Wh` is H x H and acts on h, `Wx` is H x D.
struct GaoGRU {
  var Wz: Matrix
  var bz: Vector
  var Wr: Matrix
  var br: Vector
  var Wh: Matrix
  var Wx: Matrix
  var bh: Vector
}

/// The parameters of Notes and Trends: each `W` is H x D and acts on x, each `U` is H x H and acts on h.
struct SeparateGRU {
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

/// The parameters of Hennebert and Melchior: every matrix is H x (H + D), the columns for h first.
struct JoinedGRU {
  var Wu: Matrix
  var bu: Vector
  var Wr: Matrix
  var br: Vector
  var Wc: Matrix
  var bc: Vector
}

private func scores(_ U: Matrix, _ h: Vector, _ W: Matrix, _ x: Vector, _ b: Vector) -> Vector {
  var a = b
  for i in a.indices {
    for j in h.indices { a[i] += U[i, j] * h[j] }
    for j in x.indices { a[i] += W[i, j] * x[j] }
  }
  return a
}

private func joinedScores(_ W: Matrix, _ h: Vector, _ x: Vector, _ b: Vector) -> Vector {
  var a = b
  for i in a.indices {
    for j in h.indices { a[i] += W[i, j] * h[j] }
    for j in x.indices { a[i] += W[i, h.count + j] * x[j] }
  }
  return a
}

/// The candidate of Gao, Notes, and Hennebert and Melchior: the reset gate acts on the state, before the product.
///
/// `U` is the matrix for h, `W` the one for x.
func candidateResettingBefore(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  tanh(scores(U, r .* h, W, x, b))
}

/// The candidate of Trends: the reset gate acts on the product with the state.
///
/// `U` is the matrix for h, `W` the one for x.
func candidateResettingAfter(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  var a = b
  for i in a.indices {
    for j in h.indices { a[i] += r[i] * U[i, j] * h[j] }
    for j in x.indices { a[i] += W[i, j] * x[j] }
  }
  return tanh(a)
}

/// The new state of Gao and Trends: z keeps the old state.
func stateKeeping(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  candidate + z .* (h - candidate)
}

/// The new state of Notes, and of Hennebert and Melchior: z writes the candidate.
func stateWriting(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  h + z .* (candidate - h)
}

/// One step as Gao has it: keeping, reset before the product.
func gaoStep(_ h: Vector, _ x: Vector, _ p: GaoGRU) -> Vector {
  let z = sigmoid(joinedScores(p.Wz, h, x, p.bz))
  let r = sigmoid(joinedScores(p.Wr, h, x, p.br))
  return stateKeeping(z, h, tanh(scores(p.Wh, r .* h, p.Wx, x, p.bh)))
}

/// One step as Trends has it: keeping, reset after the product.
func trendsStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let z = sigmoid(scores(p.Uz, h, p.Wz, x, p.bz))
  let r = sigmoid(scores(p.Ur, h, p.Wr, x, p.br))
  return stateKeeping(z, h, candidateResettingAfter(h, x, r, p.Uh, p.Wh, p.bh))
}

/// One step as Notes has it: writing, reset before the product.
func notesStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let z = sigmoid(scores(p.Uz, h, p.Wz, x, p.bz))
  let r = sigmoid(scores(p.Ur, h, p.Wr, x, p.br))
  return stateWriting(z, h, tanh(scores(p.Uh, r .* h, p.Wh, x, p.bh)))
}

/// One step as Hennebert and Melchior have it: writing, reset before the product, every matrix joined.
func hennebertStep(_ h: Vector, _ x: Vector, _ p: JoinedGRU) -> Vector {
  let u = sigmoid(joinedScores(p.Wu, h, x, p.bu))
  let r = sigmoid(joinedScores(p.Wr, h, x, p.br))
  return stateWriting(u, h, tanh(joinedScores(p.Wc, r .* h, x, p.bc)))
}

/// The weights with which a form that keeps gives what a form that writes gives with `p`, and the reverse.
func withGateReversed(_ p: SeparateGRU) -> SeparateGRU {
  var reversed = p
  reversed.Wz = -p.Wz
  reversed.Uz = -p.Uz
  reversed.bz = -p.bz
  return reversed
}

/// The matrix on [h, x] that does what `U` on h and `W` on x do together.
func joinedMatrix(_ U: Matrix, _ W: Matrix) -> Matrix {
  var joined = Matrix.zeros(U.rows, U.columns + W.columns)
  for i in 0..<U.rows {
    for j in 0..<U.columns { joined[i, j] = U[i, j] }
    for j in 0..<W.columns { joined[i, U.columns + j] = W[i, j] }
  }
  return joined
}

/// The weights with which Gao's step gives what the step of Notes gives with `p`.
func gaoFromNotes(_ p: SeparateGRU) -> GaoGRU {
  let keeping = withGateReversed(p)
  return GaoGRU(
    Wz: joinedMatrix(keeping.Uz, keeping.Wz), bz: keeping.bz,
    Wr: joinedMatrix(p.Ur, p.Wr), br: p.br,
    Wh: p.Uh, Wx: p.Wh, bh: p.bh)
}

/// The weights with which Hennebert and Melchior's step gives what the step of Notes gives with `p`.
func hennebertFromNotes(_ p: SeparateGRU) -> JoinedGRU {
  JoinedGRU(
    Wu: joinedMatrix(p.Uz, p.Wz), bu: p.bz,
    Wr: joinedMatrix(p.Ur, p.Wr), br: p.br,
    Wc: joinedMatrix(p.Uh, p.Wh), bc: p.bh)
}

/// What resetting before the product adds to the candidate's scores beyond what resetting after it does.
func resetDifference(_ U: Matrix, _ r: Vector, _ h: Vector) -> Vector {
  var d = Vector.zeros(h.count)
  for i in d.indices {
    for j in h.indices { d[i] += U[i, j] * (r[j] - r[i]) * h[j] }
  }
  return d
}
