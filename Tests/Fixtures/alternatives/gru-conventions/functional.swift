// No variable: map, zip and reduce; the logistic function is built from the tanh.

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

private func squash(_ a: Vector) -> Vector { a.map { (1 + tanh($0 / 2)) / 2 } }

private func mixed(_ share: Vector, _ first: Vector, _ second: Vector) -> Vector {
  Vector(zip(share, zip(first, second)).map { s, pair in s * pair.0 + (1 - s) * pair.1 })
}

private func affine(_ W: Matrix, _ v: Vector, _ b: Vector) -> Vector {
  Vector(b.indices.map { zip(W[row: $0], v).map(*).reduce(b[$0], +) })
}

/// The candidate of Gao, Notes, and Hennebert and Melchior: the reset gate acts on the state, before the product.
///
/// `U` is the matrix for h, `W` the one for x.
func candidateResettingBefore(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  tanh(affine(joinedMatrix(U, W), concatenate(r .* h, x), b))
}

/// The candidate of Trends: the reset gate acts on the product with the state.
///
/// `U` is the matrix for h, `W` the one for x.
func candidateResettingAfter(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  tanh(affine(W, x, b) + r .* affine(U, h, .zeros(h.count)))
}

/// The new state of Gao and Trends: z keeps the old state.
func stateKeeping(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  mixed(z, h, candidate)
}

/// The new state of Notes, and of Hennebert and Melchior: z writes the candidate.
func stateWriting(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  mixed(z, candidate, h)
}

/// One step as Gao has it: keeping, reset before the product.
func gaoStep(_ h: Vector, _ x: Vector, _ p: GaoGRU) -> Vector {
  let hx = concatenate(h, x)
  let r = squash(affine(p.Wr, hx, p.br))
  return mixed(squash(affine(p.Wz, hx, p.bz)), h, candidateResettingBefore(h, x, r, p.Wh, p.Wx, p.bh))
}

/// One step as Trends has it: keeping, reset after the product.
func trendsStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let r = squash(affine(p.Wr, x, p.br) + p.Ur * h)
  let z = squash(affine(p.Wz, x, p.bz) + p.Uz * h)
  return mixed(z, h, tanh(affine(p.Wh, x, p.bh) + r .* (p.Uh * h)))
}

/// One step as Notes has it: writing, reset before the product.
func notesStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let r = squash(affine(p.Wr, x, p.br) + p.Ur * h)
  let z = squash(affine(p.Wz, x, p.bz) + p.Uz * h)
  return mixed(z, tanh(affine(p.Wh, x, p.bh) + p.Uh * (r .* h)), h)
}

/// One step as Hennebert and Melchior have it: writing, reset before the product, every matrix joined.
func hennebertStep(_ h: Vector, _ x: Vector, _ p: JoinedGRU) -> Vector {
  let hx = concatenate(h, x)
  let r = squash(affine(p.Wr, hx, p.br))
  return mixed(squash(affine(p.Wu, hx, p.bu)), tanh(affine(p.Wc, concatenate(r .* h, x), p.bc)), h)
}

/// The weights with which a form that keeps gives what a form that writes gives with `p`, and the reverse.
func withGateReversed(_ p: SeparateGRU) -> SeparateGRU {
  SeparateGRU(
    Wz: p.Wz.map { -$0 }, Uz: -1 * p.Uz, bz: Vector(p.bz.map { 0 - $0 }), Wr: p.Wr, Ur: p.Ur, br: p.br,
    Wh: p.Wh, Uh: p.Uh, bh: p.bh)
}

/// The matrix on [h, x] that does what `U` on h and `W` on x do together.
func joinedMatrix(_ U: Matrix, _ W: Matrix) -> Matrix {
  Matrix(
    rows: U.rows, columns: U.columns + W.columns,
    elements: (0..<U.rows).flatMap { U[row: $0].elements + W[row: $0].elements })
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
  Vector(h.indices.map { i in h.indices.map { U[i, $0] * (r[$0] - r[i]) * h[$0] }.reduce(0, +) })
}
