// Every product is a loop over indices; the concatenation is never built.

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

/// Row `i` of W [h, x] + b.
private func score(_ W: Matrix, _ i: Int, _ h: Vector, _ x: Vector, _ b: Vector) -> Double {
  var a = b[i]
  for j in 0..<h.count { a += W[i, j] * h[j] }
  for j in 0..<x.count { a += W[i, h.count + j] * x[j] }
  return a
}

/// The forget gate f_t: how much of each entry of the cell is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func lstmForgetGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  var f = Vector.zeros(h.count)
  for i in 0..<h.count { f[i] = sigmoid(score(p.Wf, i, h, x, p.bf)) }
  return f
}

/// The input gate i_t: how much of each entry of the candidate is written.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  var gate = Vector.zeros(h.count)
  for i in 0..<h.count { gate[i] = sigmoid(score(p.Wi, i, h, x, p.bi)) }
  return gate
}

/// The output gate o_t: how much of each entry of the cell is shown.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  var o = Vector.zeros(h.count)
  for i in 0..<h.count { o[i] = sigmoid(score(p.Wo, i, h, x, p.bo)) }
  return o
}

/// The candidate for the cell, between -1 and 1.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  var candidate = Vector.zeros(h.count)
  for i in 0..<h.count { candidate[i] = tanh(score(p.Wc, i, h, x, p.bc)) }
  return candidate
}

/// The new cell state c_t, from the gates, the candidate and `c`, which is c_{t-1}.
func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  var cell = c
  for k in 0..<c.count {
    cell[k] *= f[k]
    cell[k] += i[k] * candidate[k]
  }
  return cell
}

/// The new hidden state h_t, from the output gate and `c`, which is c_t.
func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  var h = o
  for k in 0..<c.count { h[k] *= tanh(c[k]) }
  return h
}

/// One step: the state after reading `x`, which is x_t.
func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  var state = previous
  let h = previous.h
  state.c = lstmCell(
    lstmForgetGate(h, x, p), lstmInputGate(h, x, p), lstmCandidate(h, x, p), previous.c)
  state.h = lstmHidden(lstmOutputGate(h, x, p), state.c)
  return state
}

/// The T states after x_1, x_2 and so on up to x_T, without the initial one.
func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  var states: [LSTMState] = []
  for t in 0..<x.count {
    states.append(lstmStep(t == 0 ? initial : states[t - 1], x[t], p))
  }
  return states
}

/// The two parts of `W`, such that W [h, x] = Wh h + Wx x for every h of length `hiddenSize`.
func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  var Wh = Matrix.zeros(W.rows, hiddenSize)
  var Wx = Matrix.zeros(W.rows, W.columns - hiddenSize)
  for i in 0..<W.rows {
    for j in 0..<W.columns {
      if j < hiddenSize { Wh[i, j] = W[i, j] } else { Wx[i, j - hiddenSize] = W[i, j] }
    }
  }
  return SplitWeights(Wh: Wh, Wx: Wx)
}
