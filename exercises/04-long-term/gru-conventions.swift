// The conventions of the GRU, with W for the matrices on x and U for those on h, as in Notes and Trends: write the
// functions below. Check your work with: gradus check gru-conventions
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

/// The candidate of Gao, Notes, and Hennebert and Melchior: the reset gate acts on the state, before the product.
func candidateResettingBefore(_ h: Vector, _ x: Vector, _ r: Vector, _ p: ConventionParameters) -> Vector {
  todo("the candidate")
}

/// The candidate of Trends: the reset gate acts on the product with the state.
func candidateResettingAfter(_ h: Vector, _ x: Vector, _ r: Vector, _ p: ConventionParameters) -> Vector {
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

/// One step in Gao's form: keeping, reset before.
func gaoStep(_ h: Vector, _ x: Vector, _ p: ConventionParameters) -> Vector {
  todo("one step")
}

/// One step in Trends' form: keeping, reset after.
func trendsStep(_ h: Vector, _ x: Vector, _ p: ConventionParameters) -> Vector {
  todo("one step")
}

/// One step in the form that Notes shares with Hennebert and Melchior: writing, reset before.
func notesStep(_ h: Vector, _ x: Vector, _ p: ConventionParameters) -> Vector {
  todo("one step")
}

/// The weights with which a form that writes gives the states that a form that keeps gives with `p`, and the reverse.
func withGateReversed(_ p: ConventionParameters) -> ConventionParameters {
  todo("the other weights")
}

/// The matrix that acts on [h, x], the state first, as `U` acts on h and `W` on x together.
func joinedMatrix(_ U: Matrix, _ W: Matrix) -> Matrix {
  todo("[U, W]")
}

/// What resetting before the product adds to the candidate's scores beyond what resetting after it does.
func resetDifference(_ U: Matrix, _ r: Vector, _ h: Vector) -> Vector {
  todo("the difference")
}
