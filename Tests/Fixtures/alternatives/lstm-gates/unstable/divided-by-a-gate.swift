// Unstable: the input gate is taken out of the cell's formula as a factor; where it is closed, that divides by 0.

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
  let a = scores(p.Wf, h, x, p.bf)
  return sigmoid(a)
}

/// The input gate i_t: how much of each entry of the candidate is written.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  let a = scores(p.Wi, h, x, p.bi)
  return sigmoid(a)
}

/// The output gate o_t: how much of each entry of the cell is shown.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  let a = scores(p.Wo, h, x, p.bo)
  return sigmoid(a)
}

/// The candidate for the cell, between -1 and 1.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  let a = scores(p.Wc, h, x, p.bc)
  return tanh(a)
}

/// The new cell state c_t, from the gates, the candidate and `c`, which is c_{t-1}.
func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  Vector(c.indices.map { i[$0] * (candidate[$0] + f[$0] / i[$0] * c[$0]) })
}

/// The new hidden state h_t, from the output gate and `c`, which is c_t.
func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  let squashed = tanh(c)
  return o .* squashed
}

/// One step: the state after reading `x`, which is x_t.
func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  let f = lstmForgetGate(previous.h, x, p)
  let i = lstmInputGate(previous.h, x, p)
  let o = lstmOutputGate(previous.h, x, p)
  let candidate = lstmCandidate(previous.h, x, p)
  let c = lstmCell(f, i, candidate, previous.c)
  let h = lstmHidden(o, c)
  return LSTMState(h: h, c: c)
}

/// The T states after x_1, x_2 and so on up to x_T, without the initial one.
func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  var state = initial
  var states: [LSTMState] = []
  for xt in x {
    state = lstmStep(state, xt, p)
    states.append(state)
  }
  return states
}

/// The two parts of `W`, such that W [h, x] = Wh h + Wx x for every h of length `hiddenSize`.
func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  let Wh = columns(W, 0..<hiddenSize)
  let Wx = columns(W, hiddenSize..<W.columns)
  return SplitWeights(Wh: Wh, Wx: Wx)
}

/// The scores W [h, x] + b that each gate and the candidate squash.
private func scores(_ W: Matrix, _ h: Vector, _ x: Vector, _ b: Vector) -> Vector {
  let hx = concatenate(h, x)
  let product = W * hx
  return product + b
}

/// The matrix of the columns of `W` whose indices lie in `range`.
private func columns(_ W: Matrix, _ range: Range<Int>) -> Matrix {
  var block = Matrix.zeros(W.rows, range.count)
  for (position, column) in range.enumerated() {
    block[column: position] = W[column: column]
  }
  return block
}
