// The logistic function comes from the tanh, and the tanh from the exponential minus 1; sums run backwards, and time is
// walked by recursion.

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

/// The logistic function, (1 + tanh(a / 2)) / 2.
private func logistic(_ a: Vector) -> Vector { 0.5 * (1 + tanh(0.5 * a)) }

/// The hyperbolic tangent from exp(-2 |a|) - 1, which neither overflows nor cancels.
private func hyperbolicTangent(_ a: Double) -> Double {
  let e = expm1(-2 * abs(a))
  let size = -e / (e + 2)
  return a < 0 ? -size : size
}

private func scores(_ W: Matrix, _ h: Vector, _ x: Vector, _ b: Vector) -> Vector {
  var a = b
  for j in x.indices.reversed() { a += x[j] * W[column: h.count + j] }
  for j in h.indices.reversed() { a += h[j] * W[column: j] }
  return a
}

/// The forget gate f_t: how much of each entry of the cell is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func lstmForgetGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  logistic(scores(p.Wf, h, x, p.bf))
}

/// The input gate i_t: how much of each entry of the candidate is written.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  logistic(scores(p.Wi, h, x, p.bi))
}

/// The output gate o_t: how much of each entry of the cell is shown.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  logistic(scores(p.Wo, h, x, p.bo))
}

/// The candidate for the cell, between -1 and 1.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  scores(p.Wc, h, x, p.bc).map(hyperbolicTangent)
}

/// The new cell state c_t, from the gates, the candidate and `c`, which is c_{t-1}.
func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  let forgotten = 1 - f
  return c - forgotten .* c + i .* candidate
}

/// The new hidden state h_t, from the output gate and `c`, which is c_t.
func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  let squashed = c.map(hyperbolicTangent)
  return o .* squashed
}

/// One step: the state after reading `x`, which is x_t.
func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  let f = lstmForgetGate(previous.h, x, p)
  let i = lstmInputGate(previous.h, x, p)
  let candidate = lstmCandidate(previous.h, x, p)
  var next = previous
  next.c = lstmCell(f, i, candidate, previous.c)
  next.h = lstmHidden(lstmOutputGate(previous.h, x, p), next.c)
  return next
}

/// The T states after x_1, x_2 and so on up to x_T, without the initial one.
func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  guard let last = x.last else { return [] }
  let earlier = lstmSequence(initial, Array(x.dropLast()), p)
  return earlier + [lstmStep(earlier.last ?? initial, last, p)]
}

/// The two parts of `W`, such that W [h, x] = Wh h + Wx x for every h of length `hiddenSize`.
func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  let turned = W.transposed
  func part(_ columns: Range<Int>) -> Matrix {
    Matrix(columns.map { turned[row: $0].elements }).transposed
  }
  return SplitWeights(Wh: part(0..<hiddenSize), Wx: part(hiddenSize..<W.columns))
}
