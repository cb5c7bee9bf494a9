// The GRU as the four lectures write it, and the weights that turn one form into another: write the functions below.
// Check your work with: gradus check gru-conventions
//
//   h, x         h_{t-1} and x_t          z, r, u      the gates; u is Hennebert and Melchior's name for z
//   keeping      z says what stays        writing      z says what is replaced
//   [h, x]       the entries of h_{t-1} followed by those of x_t

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

/// The candidate of Gao, Notes, and Hennebert and Melchior: the reset gate acts on the state, before the product.
///
/// `U` is the matrix for h, `W` the one for x.
func candidateResettingBefore(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  todo("the candidate")
}

/// The candidate of Trends: the reset gate acts on the product with the state.
///
/// `U` is the matrix for h, `W` the one for x.
func candidateResettingAfter(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  todo("the candidate")
}

/// The new state of Gao and Trends: z keeps the old state.
func stateKeeping(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  todo("h_t")
}

/// The new state of Notes, and of Hennebert and Melchior: z writes the candidate.
func stateWriting(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  todo("h_t")
}

/// One step as Gao has it: keeping, reset before the product.
func gaoStep(_ h: Vector, _ x: Vector, _ p: GaoGRU) -> Vector {
  todo("one step")
}

/// One step as Trends has it: keeping, reset after the product.
func trendsStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  todo("one step")
}

/// One step as Notes has it: writing, reset before the product.
func notesStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  todo("one step")
}

/// One step as Hennebert and Melchior have it: writing, reset before the product, every matrix joined.
func hennebertStep(_ h: Vector, _ x: Vector, _ p: JoinedGRU) -> Vector {
  todo("one step")
}

/// The weights with which a form that keeps gives what a form that writes gives with `p`, and the reverse.
func withGateReversed(_ p: SeparateGRU) -> SeparateGRU {
  todo("the other weights")
}

/// The matrix on [h, x] that does what `U` on h and `W` on x do together.
func joinedMatrix(_ U: Matrix, _ W: Matrix) -> Matrix {
  todo("the joined matrix")
}

/// The weights with which Gao's step gives what the step of Notes gives with `p`.
func gaoFromNotes(_ p: SeparateGRU) -> GaoGRU {
  todo("Gao's weights")
}

/// The weights with which Hennebert and Melchior's step gives what the step of Notes gives with `p`.
func hennebertFromNotes(_ p: SeparateGRU) -> JoinedGRU {
  todo("Hennebert and Melchior's weights")
}

/// What resetting before the product adds to the candidate's scores beyond what resetting after it does.
func resetDifference(_ U: Matrix, _ r: Vector, _ h: Vector) -> Vector {
  todo("the difference")
}
