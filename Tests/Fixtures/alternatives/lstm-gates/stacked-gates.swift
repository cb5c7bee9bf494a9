// All four matrices are stacked into one of 4H rows, and one product gives the scores of a step. The split multiplies
// by matrices that select columns.

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

/// The scores of the forget gate, the input gate, the output gate and the candidate, one after the other.
private func stackedScores(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> [Vector] {
  let H = h.count
  let matrices = [p.Wf, p.Wi, p.Wo, p.Wc]
  let W = Matrix(rows: 4 * H, columns: H + x.count, elements: matrices.flatMap { $0.elements })
  let b = concatenate(concatenate(p.bf, p.bi), concatenate(p.bo, p.bc))
  let a = W * concatenate(h, x) + b
  return (0..<4).map { Vector(a.elements[$0 * H..<($0 + 1) * H]) }
}

/// The forget gate f_t: how much of each entry of the cell is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func lstmForgetGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(stackedScores(h, x, p)[0])
}

/// The input gate i_t: how much of each entry of the candidate is written.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(stackedScores(h, x, p)[1])
}

/// The output gate o_t: how much of each entry of the cell is shown.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(stackedScores(h, x, p)[2])
}

/// The candidate for the cell, between -1 and 1.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  tanh(stackedScores(h, x, p)[3])
}

/// The new cell state c_t, from the gates, the candidate and `c`, which is c_{t-1}.
func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  var cell = f .* c
  cell += i .* candidate
  return cell
}

/// The new hidden state h_t, from the output gate and `c`, which is c_t.
func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  o .* tanh(c)
}

/// One step: the state after reading `x`, which is x_t.
func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  let a = stackedScores(previous.h, x, p)
  let c = sigmoid(a[0]) .* previous.c + sigmoid(a[1]) .* tanh(a[3])
  return LSTMState(h: sigmoid(a[2]) .* tanh(c), c: c)
}

/// The T states after x_1, x_2 and so on up to x_T, without the initial one.
func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  var state = initial
  return x.map { input in
    state = lstmStep(state, input, p)
    return state
  }
}

/// The two parts of `W`, such that W [h, x] = Wh h + Wx x for every h of length `hiddenSize`.
func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  var first = Matrix.zeros(W.columns, hiddenSize)
  var second = Matrix.zeros(W.columns, W.columns - hiddenSize)
  for j in 0..<hiddenSize { first[j, j] = 1 }
  for j in hiddenSize..<W.columns { second[j, j - hiddenSize] = 1 }
  return SplitWeights(Wh: W * first, Wx: W * second)
}
