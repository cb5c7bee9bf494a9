// The backward pass of the GRU in Gao's convention (z keeps, the reset gate acts before the product with W_h): write the
// functions below. Check your work with: gradus check gru-backward
//
//   h               h_{t-1}, what the step starts from       z, r, candidate   z_t, r_t and h_t with a tilde
//   daz, dar, dac   the gradients of the scores of z, r and the candidate
//   [h, x]          the entries of h_{t-1} followed by those of x_t
//
// dX is the gradient of the loss with respect to X. Arrays count from 0: x[t], g[t] and steps[t] belong to step t + 1.

import LinearAlgebra

// Given: the weights, what a step leaves behind, and the gradients, of H units and inputs of length D.

/// The weights and biases: `Wz` and `Wr` act on [h, x] and are H x (H + D), `Wh` is H x H, `Wx` is H x D.
struct GRUWeights {
  var Wz: Matrix
  var Wr: Matrix
  var bz: Vector
  var br: Vector
  var Wh: Matrix
  var Wx: Matrix
  var bh: Vector
}

/// What one step has computed, all of length H; `h` is the new state h_t.
struct GRUTrace {
  var z: Vector
  var r: Vector
  var candidate: Vector
  var h: Vector
}

/// The gradients of the three vectors of scores of one step.
struct GRUScoreGradients {
  var daz: Vector
  var dar: Vector
  var dac: Vector
}

/// The gradient of the loss with respect to each weight, each bias and h_0.
struct GRUGradients {
  var dWz: Matrix
  var dWr: Matrix
  var dbz: Vector
  var dbr: Vector
  var dWh: Matrix
  var dWx: Matrix
  var dbh: Vector
  var dh0: Vector
}

/// One step forward from h_{t-1} and x_t, with all that it has computed.
func gruTrace(_ h: Vector, _ x: Vector, _ p: GRUWeights) -> GRUTrace {
  todo("one step forward")
}

/// All T steps forward from `h0`.
func gruTraces(_ h0: Vector, _ x: [Vector], _ p: GRUWeights) -> [GRUTrace] {
  todo("all steps forward")
}

/// The gradient of the candidate, from dh_t.
func gruCandidateGradient(_ dh: Vector, _ z: Vector) -> Vector {
  todo("the candidate's gradient")
}

/// The gradient of the update gate, from dh_t; `h` is h_{t-1}.
func gruUpdateGradient(_ dh: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  todo("dz_t")
}

/// The gradient of a gate's scores, from the gate's own gradient `d`.
func gruGateScoreGradient(_ d: Vector, _ gate: Vector) -> Vector {
  todo("the scores' gradient")
}

/// The gradient of the candidate's scores, from the candidate's own gradient `d`.
func gruCandidateScoreGradient(_ d: Vector, _ candidate: Vector) -> Vector {
  todo("the scores' gradient")
}

/// The gradient of what the candidate sees, r_t .* h_{t-1}.
func gruVisibleGradient(_ dac: Vector, _ Wh: Matrix) -> Vector {
  todo("the gradient of what the candidate sees")
}

/// The gradients of all scores of one step, from dh_t; `h` is h_{t-1}.
func gruScoreGradients(_ dh: Vector, _ h: Vector, _ step: GRUTrace, _ p: GRUWeights) -> GRUScoreGradients {
  todo("all scores of one step")
}

/// The gradient of h_{t-1} by all four ways: kept, seen by the candidate, and through either gate.
func gruPreviousGradient(_ dh: Vector, _ step: GRUTrace, _ d: GRUScoreGradients, _ p: GRUWeights) -> Vector {
  todo("dh_{t-1}")
}

/// The gradient of a gate's matrix: the sum of da_t [h_{t-1}, x_t]^T; `h` runs from h_0 to h_{T-1}.
func gruGateWeightGradient(_ da: [Vector], _ h: [Vector], _ x: [Vector]) -> Matrix {
  todo("dW of a gate")
}

/// The gradient of W_h: the sum of dac_t (r_t .* h_{t-1})^T; `h` runs from h_0 to h_{T-1}.
func gruRecurrentWeightGradient(_ dac: [Vector], _ r: [Vector], _ h: [Vector]) -> Matrix {
  todo("dW_h")
}

/// All gradients of a loss whose direct gradient with respect to h_t is `g[t - 1]`: forward, then backward.
func gruBackward(_ x: [Vector], _ h0: Vector, _ p: GRUWeights, _ g: [Vector]) -> GRUGradients {
  todo("the whole backward pass")
}
