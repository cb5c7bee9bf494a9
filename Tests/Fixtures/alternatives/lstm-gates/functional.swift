// No loop and no variable: map, zip and reduce, with the squashing function as an argument.

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

private func layer(
  _ W: KeyPath<LSTMParameters, Matrix>, _ b: KeyPath<LSTMParameters, Vector>, _ squash: (Double) -> Double,
  _ h: Vector, _ x: Vector, _ p: LSTMParameters
) -> Vector {
  let inputs = Array(h) + Array(x)
  return Vector(
    p[keyPath: b].enumerated().map { i, bias in
      squash(zip(p[keyPath: W][row: i], inputs).map { $0 * $1 }.reduce(bias, +))
    })
}

/// The forget gate f_t: how much of each entry of the cell is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func lstmForgetGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  layer(\.Wf, \.bf, { sigmoid($0) }, h, x, p)
}

/// The input gate i_t: how much of each entry of the candidate is written.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  layer(\.Wi, \.bi, { sigmoid($0) }, h, x, p)
}

/// The output gate o_t: how much of each entry of the cell is shown.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  layer(\.Wo, \.bo, { sigmoid($0) }, h, x, p)
}

/// The candidate for the cell, between -1 and 1.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  layer(\.Wc, \.bc, { tanh($0) }, h, x, p)
}

/// The new cell state c_t, from the gates, the candidate and `c`, which is c_{t-1}.
func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  Vector(zip(zip(f, c), zip(i, candidate)).map { $0.0 * $0.1 + $1.0 * $1.1 })
}

/// The new hidden state h_t, from the output gate and `c`, which is c_t.
func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  Vector(zip(o, c.lazy.map { tanh($0) }).map { $0 * $1 })
}

/// One step: the state after reading `x`, which is x_t.
func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  { c in LSTMState(h: lstmHidden(lstmOutputGate(previous.h, x, p), c), c: c) }(
    lstmCell(
      lstmForgetGate(previous.h, x, p), lstmInputGate(previous.h, x, p), lstmCandidate(previous.h, x, p), previous.c))
}

/// The T states after x_1, x_2 and so on up to x_T, without the initial one.
func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  Array(x.reduce([initial]) { states, input in states + states.suffix(1).map { lstmStep($0, input, p) } }.dropFirst())
}

/// The two parts of `W`, such that W [h, x] = Wh h + Wx x for every h of length `hiddenSize`.
func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  let entries = W.elements.enumerated()
  return SplitWeights(
    Wh: Matrix(
      rows: W.rows, columns: hiddenSize,
      elements: entries.filter { $0.offset % W.columns < hiddenSize }.map(\.element)),
    Wx: Matrix(
      rows: W.rows, columns: W.columns - hiddenSize,
      elements: entries.filter { $0.offset % W.columns >= hiddenSize }.map(\.element)))
}
