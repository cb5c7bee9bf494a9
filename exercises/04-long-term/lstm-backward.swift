// The backward pass of the LSTM, in which two gradients travel back, that of the hidden state and that of the cell: write
// the functions below. Check your work with: gradus check lstm-backward
//
//   f, i, o, candidate   f_t, i_t, o_t and c_t with a tilde      h, c   h_{t-1} and c_{t-1}, what the step starts from
//   daf, dai, dao, dac   the gradients of their scores           [h, x] the entries of h_{t-1} followed by those of x_t
//
// dX is the gradient of the loss with respect to X. Arrays count from 0: x[t], g[t] and steps[t] belong to step t + 1.

import LinearAlgebra

// Given: the weights, what a step leaves behind, and the gradients, of H units and inputs of length D.

/// The weights and biases: matrices of H x (H + D) that act on [h, x], biases of length H.
struct LSTMWeights {
  var Wf: Matrix
  var Wi: Matrix
  var Wo: Matrix
  var Wc: Matrix
  var bf: Vector
  var bi: Vector
  var bo: Vector
  var bc: Vector
}

/// What one step has computed, all of length H; `c` and `h` are the new ones, c_t and h_t.
struct LSTMTrace {
  var f: Vector
  var i: Vector
  var o: Vector
  var candidate: Vector
  var c: Vector
  var h: Vector
}

/// The gradients of the four vectors of scores of one step.
struct LSTMScoreGradients {
  var daf: Vector
  var dai: Vector
  var dao: Vector
  var dac: Vector
}

/// The gradient of the loss with respect to each weight, each bias, h_0 and c_0.
struct LSTMGradients {
  var dWf: Matrix
  var dWi: Matrix
  var dWo: Matrix
  var dWc: Matrix
  var dbf: Vector
  var dbi: Vector
  var dbo: Vector
  var dbc: Vector
  var dh0: Vector
  var dc0: Vector
}

/// One step forward from h_{t-1}, c_{t-1} and x_t, with all that it has computed.
func lstmTrace(_ h: Vector, _ c: Vector, _ x: Vector, _ p: LSTMWeights) -> LSTMTrace {
  todo("one step forward")
}

/// All T steps forward from `h0` and `c0`.
func lstmTraces(_ h0: Vector, _ c0: Vector, _ x: [Vector], _ p: LSTMWeights) -> [LSTMTrace] {
  todo("all steps forward")
}

/// The gradient dc_t: from the hidden state (`dh` is dh_t, `c` is c_t), and what comes straight from c_{t+1}.
func lstmCellGradient(_ dh: Vector, _ fromNext: Vector, _ o: Vector, _ c: Vector) -> Vector {
  todo("dc_t")
}

/// What dc_t sends straight back to c_{t-1}.
func lstmCarriedGradient(_ dc: Vector, _ f: Vector) -> Vector {
  todo("what goes straight back")
}

/// The gradient of the output gate's scores, from dh_t; `c` is c_t.
func lstmOutputScoreGradient(_ dh: Vector, _ o: Vector, _ c: Vector) -> Vector {
  todo("the output gate's scores")
}

/// The gradient of the forget gate's scores, from dc_t; `c` is c_{t-1}.
func lstmForgetScoreGradient(_ dc: Vector, _ f: Vector, _ c: Vector) -> Vector {
  todo("the forget gate's scores")
}

/// The gradient of the input gate's scores, from dc_t.
func lstmInputScoreGradient(_ dc: Vector, _ i: Vector, _ candidate: Vector) -> Vector {
  todo("the input gate's scores")
}

/// The gradient of the candidate's scores, from dc_t.
func lstmCandidateScoreGradient(_ dc: Vector, _ i: Vector, _ candidate: Vector) -> Vector {
  todo("the candidate's scores")
}

/// The gradients of all scores of one step, from dh_t and dc_t; `c` is c_{t-1}.
func lstmScoreGradients(_ dh: Vector, _ dc: Vector, _ c: Vector, _ step: LSTMTrace) -> LSTMScoreGradients {
  todo("all scores of one step")
}

/// What the four vectors of scores send back to h_{t-1}.
func lstmHiddenGradient(_ d: LSTMScoreGradients, _ p: LSTMWeights) -> Vector {
  todo("dh_{t-1}")
}

/// The gradient of one of the four matrices: the sum of da_t [h_{t-1}, x_t]^T; `h` runs from h_0 to h_{T-1}.
func lstmWeightGradient(_ da: [Vector], _ h: [Vector], _ x: [Vector]) -> Matrix {
  todo("dW")
}

/// All gradients of a loss whose direct gradient with respect to h_t is `g[t - 1]`: forward, then backward.
func lstmBackward(_ x: [Vector], _ h0: Vector, _ c0: Vector, _ p: LSTMWeights, _ g: [Vector]) -> LSTMGradients {
  todo("the whole backward pass")
}
