// The LSTM: write the nine functions below, from the three gates and the candidate to a whole sequence, and the split of
// a weight matrix that acts on [h, x] into its two parts.
//
// Check your work with: gradus check lstm-gates

import LinearAlgebra

/// The weights and biases of an LSTM (given): matrices of H x (H + D) that act on [h, x], biases of length H.
struct LSTMParameters {
  var Wf: Matrix
  var Wi: Matrix
  var Wo: Matrix
  var Wc: Matrix
  var bf: Vector
  var bi: Vector
  var bo: Vector
  var bc: Vector
}

/// What an LSTM carries from step to step (given): the hidden state and the cell state, both of length H.
struct LSTMState {
  var h: Vector
  var c: Vector
}

/// The two parts of a matrix that acts on [h, x] (given): `Wh` acts on h, `Wx` on x.
struct SplitWeights {
  var Wh: Matrix
  var Wx: Matrix
}

/// The forget gate f_t: how much of each entry of the cell is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func lstmForgetGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  todo("f_t")
}

/// The input gate i_t: how much of each entry of the candidate is written.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  todo("i_t")
}

/// The output gate o_t: how much of each entry of the cell is shown.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  todo("o_t")
}

/// The candidate for the cell, between -1 and 1.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  todo("the candidate")
}

/// The new cell state c_t, from the gates, the candidate and `c`, which is c_{t-1}.
func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  todo("c_t")
}

/// The new hidden state h_t, from the output gate and `c`, which is c_t.
func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  todo("h_t")
}

/// One step: the state after reading `x`, which is x_t.
func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  todo("one step")
}

/// The T states after x_1, x_2 and so on up to x_T, without the initial one.
func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  todo("all T steps")
}

/// The two parts of `W`, such that W [h, x] = Wh h + Wx x for every h of length `hiddenSize`.
func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  todo("W_h and W_x")
}
