// Foundation is imported; an enumeration names the two choices, and one function takes them both.

import Foundation
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

private enum Reset { case before, after }
private enum Update { case keeping, writing }

private func step(_ h: Vector, _ x: Vector, _ p: SeparateGRU, _ reset: Reset, _ update: Update) -> Vector {
  let z = sigmoid(p.Uz * h + p.Wz * x + p.bz)
  let r = sigmoid(p.Ur * h + p.Wr * x + p.br)
  let recurrent: Vector
  switch reset {
  case .before: recurrent = p.Uh * (r .* h)
  case .after: recurrent = r .* (p.Uh * h)
  }
  let candidate = (recurrent + p.Wh * x + p.bh).map { Foundation.tanh($0) }
  switch update {
  case .keeping: return stateKeeping(z, h, candidate)
  case .writing: return stateWriting(z, h, candidate)
  }
}

private func split(_ W: Matrix, _ H: Int) -> (U: Matrix, W: Matrix) {
  var (left, right) = (Matrix.zeros(W.rows, H), Matrix.zeros(W.rows, W.columns - H))
  for j in 0..<W.columns {
    if j < H { left[column: j] = W[column: j] } else { right[column: j - H] = W[column: j] }
  }
  return (left, right)
}

/// The candidate of Gao, Notes, and Hennebert and Melchior: the reset gate acts on the state, before the product.
///
/// `U` is the matrix for h, `W` the one for x.
func candidateResettingBefore(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  let visible = r .* h
  return tanh(W * x + U * visible + b)
}

/// The candidate of Trends: the reset gate acts on the product with the state.
///
/// `U` is the matrix for h, `W` the one for x.
func candidateResettingAfter(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  let recurrent = U * h
  return tanh(W * x + r .* recurrent + b)
}

/// The new state of Gao and Trends: z keeps the old state.
func stateKeeping(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  z .* h + (1 - z) .* candidate
}

/// The new state of Notes, and of Hennebert and Melchior: z writes the candidate.
func stateWriting(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  (1 - z) .* h + z .* candidate
}

/// One step as Gao has it: keeping, reset before the product.
func gaoStep(_ h: Vector, _ x: Vector, _ p: GaoGRU) -> Vector {
  let (z, r) = (split(p.Wz, h.count), split(p.Wr, h.count))
  let q = SeparateGRU(
    Wz: z.W, Uz: z.U, bz: p.bz, Wr: r.W, Ur: r.U, br: p.br, Wh: p.Wx, Uh: p.Wh, bh: p.bh)
  return step(h, x, q, .before, .keeping)
}

/// One step as Trends has it: keeping, reset after the product.
func trendsStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  step(h, x, p, .after, .keeping)
}

/// One step as Notes has it: writing, reset before the product.
func notesStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  step(h, x, p, .before, .writing)
}

/// One step as Hennebert and Melchior have it: writing, reset before the product, every matrix joined.
func hennebertStep(_ h: Vector, _ x: Vector, _ p: JoinedGRU) -> Vector {
  let (u, r, c) = (split(p.Wu, h.count), split(p.Wr, h.count), split(p.Wc, h.count))
  let q = SeparateGRU(
    Wz: u.W, Uz: u.U, bz: p.bu, Wr: r.W, Ur: r.U, br: p.br, Wh: c.W, Uh: c.U, bh: p.bc)
  return step(h, x, q, .before, .writing)
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
  Matrix((0..<U.rows).map { concatenate(U[row: $0], W[row: $0]).elements })
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
  let before = U * (r .* h)
  let after = r .* (U * h)
  return before - after
}
