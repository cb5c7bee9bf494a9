// The concatenation is split everywhere: each gate is W_h h + W_x x + b, as Trends writes it.

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

private func scores(_ W: Matrix, _ h: Vector, _ x: Vector, _ b: Vector) -> Vector {
  let split = splitWeights(W, h.count)
  return b + split.Wx * x + split.Wh * h
}

/// The forget gate f_t: how much of each entry of the cell is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func lstmForgetGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(scores(p.Wf, h, x, p.bf))
}

/// The input gate i_t: how much of each entry of the candidate is written.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(scores(p.Wi, h, x, p.bi))
}

/// The output gate o_t: how much of each entry of the cell is shown.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(scores(p.Wo, h, x, p.bo))
}

/// The candidate for the cell, between -1 and 1.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  tanh(scores(p.Wc, h, x, p.bc))
}

/// The new cell state c_t, from the gates, the candidate and `c`, which is c_{t-1}.
func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  candidate .* i + c .* f
}

/// The new hidden state h_t, from the output gate and `c`, which is c_t.
func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  tanh(c) .* o
}

/// One step: the state after reading `x`, which is x_t.
func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  let o = lstmOutputGate(previous.h, x, p)
  let i = lstmInputGate(previous.h, x, p)
  let f = lstmForgetGate(previous.h, x, p)
  let c = lstmCell(f, i, lstmCandidate(previous.h, x, p), previous.c)
  return LSTMState(h: lstmHidden(o, c), c: c)
}

/// The T states after x_1, x_2 and so on up to x_T, without the initial one.
func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  var states = [initial]
  for input in x { states.append(lstmStep(states[states.count - 1], input, p)) }
  states.removeFirst()
  return states
}

/// The two parts of `W`, such that W [h, x] = Wh h + Wx x for every h of length `hiddenSize`.
func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  let rows = (0..<W.rows).map { W[row: $0].elements }
  return SplitWeights(
    Wh: Matrix(rows.map { Array($0.prefix(hiddenSize)) }), Wx: Matrix(rows.map { Array($0.dropFirst(hiddenSize)) }))
}
