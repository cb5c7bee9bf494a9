// Foundation is imported; the structures have methods, a private type stands for a layer, and parameters have labels.

import Foundation
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

  func next(_ x: Vector, _ p: LSTMParameters) -> LSTMState {
    let c = lstmCell(
      forget: p.forget(h, x), write: p.input(h, x), candidate: p.candidate(h, x), cell: self.c)
    return LSTMState(h: lstmHidden(gate: p.output(h, x), cell: c), c: c)
  }
}

/// The two parts of a matrix that acts on [h, x] (given): `Wh` acts on h, `Wx` on x.
struct SplitWeights {
  var Wh: Matrix
  var Wx: Matrix
}

/// A layer on [h, x] with its squashing function.
private struct Layer {
  var weights: Matrix
  var bias: Vector
  var activation: (Vector) -> Vector

  func callAsFunction(_ h: Vector, _ x: Vector) -> Vector {
    activation(weights * concatenate(h, x) + bias)
  }
}

/// The logistic function as it stands in the lectures; an exponential that overflows gives a gate of 0.
private func logistic(_ a: Vector) -> Vector {
  exp(-a).map { 1 / (1 + $0) }
}

extension LSTMParameters {
  fileprivate var forget: Layer { Layer(weights: Wf, bias: bf, activation: logistic) }
  fileprivate var input: Layer { Layer(weights: Wi, bias: bi, activation: logistic) }
  fileprivate var output: Layer { Layer(weights: Wo, bias: bo, activation: logistic) }
  fileprivate var candidate: Layer { Layer(weights: Wc, bias: bc, activation: { tanh($0) }) }
}

extension Matrix {
  fileprivate subscript(columns range: Range<Int>) -> Matrix {
    var part = Matrix.zeros(rows, range.count)
    for row in 0..<rows {
      for column in range { part[row, column - range.lowerBound] = self[row, column] }
    }
    return part
  }
}

/// The forget gate f_t: how much of each entry of the cell is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func lstmForgetGate(state h: Vector, input x: Vector, parameters p: LSTMParameters) -> Vector {
  p.forget(h, x)
}

/// The input gate i_t: how much of each entry of the candidate is written.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmInputGate(state h: Vector, input x: Vector, parameters p: LSTMParameters) -> Vector {
  p.input(h, x)
}

/// The output gate o_t: how much of each entry of the cell is shown.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmOutputGate(state h: Vector, input x: Vector, parameters p: LSTMParameters) -> Vector {
  p.output(h, x)
}

/// The candidate for the cell, between -1 and 1.
///
/// `h` is h_{t-1} and `x` is x_t.
func lstmCandidate(state h: Vector, input x: Vector, parameters p: LSTMParameters) -> Vector {
  p.candidate(h, x)
}

/// The new cell state c_t, from the gates, the candidate and `c`, which is c_{t-1}.
func lstmCell(forget: Vector, write: Vector, candidate: Vector, cell: Vector) -> Vector {
  let written = write .* candidate
  return written + forget .* cell
}

/// The new hidden state h_t, from the output gate and `c`, which is c_t.
func lstmHidden(gate: Vector, cell: Vector) -> Vector {
  gate .* tanh(cell)
}

/// One step: the state after reading `x`, which is x_t.
func lstmStep(from previous: LSTMState, input x: Vector, parameters p: LSTMParameters) -> LSTMState {
  previous.next(x, p)
}

/// The T states after x_1, x_2 and so on up to x_T, without the initial one.
func lstmSequence(from initial: LSTMState, inputs: [Vector], parameters p: LSTMParameters) -> [LSTMState] {
  sequence(state: (initial, inputs[...])) { walk -> LSTMState? in
    guard let x = walk.1.popFirst() else { return nil }
    walk.0 = walk.0.next(x, p)
    return walk.0
  }.map { $0 }
}

/// The two parts of `W`, such that W [h, x] = Wh h + Wx x for every h of length `hiddenSize`.
func splitWeights(of W: Matrix, after hiddenSize: Int) -> SplitWeights {
  SplitWeights(Wh: W[columns: 0..<hiddenSize], Wx: W[columns: hiddenSize..<W.columns])
}
