// The GRU: write the six functions below, from the two gates to a whole sequence. The update gate z keeps, and the reset
// gate acts before the matrix product.
//
// Check your work with: gradus check gru-gates

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
  todo("z_t")
}

/// The reset gate r_t: how much of each entry of the state the candidate may see.
///
/// `h` is h_{t-1} and `x` is x_t.
func gruResetGate(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  todo("r_t")
}

/// The candidate for the new state, between -1 and 1.
///
/// `h` is h_{t-1}, `x` is x_t and `r` is r_t.
func gruCandidate(_ h: Vector, _ x: Vector, _ r: Vector, _ p: GRUParameters) -> Vector {
  todo("the candidate")
}

/// The new state h_t, from the update gate, `h`, which is h_{t-1}, and the candidate.
func gruHidden(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  todo("h_t")
}

/// One step: the state h_t after h_{t-1} has met x_t.
func gruStep(_ h: Vector, _ x: Vector, _ p: GRUParameters) -> Vector {
  todo("one step")
}

/// The T states from h_1 to h_T, without h_0.
func gruSequence(_ h0: Vector, _ x: [Vector], _ p: GRUParameters) -> [Vector] {
  todo("all T steps")
}
