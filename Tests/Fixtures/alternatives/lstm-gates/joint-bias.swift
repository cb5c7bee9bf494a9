// The bias is one more column, on [h, x, 1], and sums are pairwise by a generic function.

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

private func pairwise<Numbers: RandomAccessCollection<Double>>(_ terms: Numbers) -> Double {
  guard terms.count > 1 else { return terms.first ?? 0 }
  let middle = terms.index(terms.startIndex, offsetBy: terms.count / 2)
  return pairwise(terms[..<middle]) + pairwise(terms[middle...])
}

private func joined(_ W: Matrix, _ b: Vector, _ h: Vector, _ x: Vector) -> Vector {
  let input = concatenate(concatenate(h, x), Vector.ones(1))
  return Vector(
    (0..<W.rows).map { row in
      let weights = concatenate(W[row: row], Vector(repeating: b[row], count: 1))
      return pairwise(weights .* input)
    })
}

/// The forget gate f_t: how much of each entry of the cell is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func lstmForgetGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  joined(p.Wf, p.bf, h, x).map { exp(logSigmoid($0)) }
}

/// The input gate i_t: how much of each entry of the candidate is written.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  joined(p.Wi, p.bi, h, x).map { 1 - sigmoid(-$0) }
}

/// The output gate o_t: how much of each entry of the cell is shown.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  joined(p.Wo, p.bo, h, x).map { softmax([$0, 0])[0] }
}

/// The candidate for the cell, between -1 and 1.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  joined(p.Wc, p.bc, h, x).map { sigmoid(2 * $0) - sigmoid(-2 * $0) }
}

/// The new cell state c_t, from the gates, the candidate and `c`, which is c_{t-1}.
func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  Vector(c.indices.map { dot([f[$0], i[$0]], [c[$0], candidate[$0]]) })
}

/// The new hidden state h_t, from the output gate and `c`, which is c_t.
func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  Vector(zip(o, c).map { o, c in o - 2 * o / (exp(2 * c) + 1) })
}

/// One step: the state after reading `x`, which is x_t.
func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  let (h, c) = (previous.h, previous.c)
  let next = lstmCell(lstmForgetGate(h, x, p), lstmInputGate(h, x, p), lstmCandidate(h, x, p), c)
  return .init(h: lstmHidden(lstmOutputGate(h, x, p), next), c: next)
}

/// The T states after x_1, x_2 and so on up to x_T, without the initial one.
func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  var states = [LSTMState](repeating: initial, count: x.count)
  for t in x.indices { states[t] = lstmStep(t > 0 ? states[t - 1] : initial, x[t], p) }
  return states
}

/// The two parts of `W`, such that W [h, x] = Wh h + Wx x for every h of length `hiddenSize`.
func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  var split = SplitWeights(Wh: .zeros(W.rows, hiddenSize), Wx: .zeros(W.rows, W.columns - hiddenSize))
  for row in 0..<W.rows {
    let entries = W[row: row].elements
    split.Wh[row: row] = Vector(entries[..<hiddenSize])
    split.Wx[row: row] = Vector(entries[hiddenSize...])
  }
  return split
}
